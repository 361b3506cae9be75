import { slotsJson } from '../booking-service/src/availability/slotsJson.ts';
import { openSlots, openStarts } from '../booking-service/src/scheduling/openSlots.ts';
import type { SlotRequest } from '../booking-service/src/scheduling/slotRequest.ts';
import type { BenchmarkRow } from './benchmarkRow.ts';
import { computedMs, median, msPerCall } from './measure.ts';
import { naiveSlots } from './naiveScheduler.ts';
import { slotScenario } from './slotScenarios.ts';
import type { Scenario } from './slotScenarios.ts';

interface Case extends Scenario {
    name: string;
    /** How many times as fast as the naive scheduler, with everything known, and with unknown zones. */
    warmGoal: number;
    coldGoal?: number;
}

const CASES: Case[] = [
    { name: '1 host, 30 days', requiredHosts: 1, poolMembers: 0, days: 30, warmGoal: 50, coldGoal: 15 },
    { name: 'required pair, 60 days', requiredHosts: 2, poolMembers: 0, days: 60, warmGoal: 150 },
    { name: '50-member pool, 60 days', requiredHosts: 0, poolMembers: 50, days: 60, warmGoal: 300, coldGoal: 80 }
];
const COLD_ZONES = 5;
/** Zones used up by one measurement. */
const COLD_CALLS = 150;
const COLD_GROUPS = 5;
/** What a group of requests for hosts nobody has seen computes at least: many ticks of the coarse clock. */
const COLD_GROUP_MS = 60;
const [FEWEST_CALLS, MOST_CALLS] = [10, 4_000];

/** Finding slots, in process: against the naive scheduler, cold and warm, and how the cost grows. */
export function run(): Promise<BenchmarkRow[]> {
    const unusedZones = Intl.supportedValuesOf('timeZone').filter((zone) => zone.includes('/'));
    return Promise.resolve([...CASES.flatMap((each) => caseRows(each, unusedZones)), ...growthRows()]);
}

function caseRows({ name, warmGoal, coldGoal, ...scenario }: Case, unusedZones: string[]): BenchmarkRow[] {
    const request = slotScenario(scenario);
    mustAgree(request);
    const naiveMs = msPerCall(() => naiveSlots(request));
    const warmMs = msPerCall(() => json(request));
    const ratio = naiveMs / warmMs;
    const rows: BenchmarkRow[] = [
        { name: `slots, ${name}: naive scheduler (per-slot Intl)`, value: naiveMs, unit: 'ms' },
        { name: `slots, ${name}: warm, as JSON`, value: warmMs, unit: 'ms' },
        { name: `slots, ${name}: warm, as objects`, value: msPerCall(() => openSlots(request)), unit: 'ms' },
        atLeast(`slots, ${name}: warm`, ratio, warmGoal)
    ];
    if (coldGoal === undefined) return rows;
    const coldMs = coldTime(scenario, unusedZones);
    rows.push({ name: `slots, ${name}: cold zone tables and schedules`, value: coldMs, unit: 'ms' });
    rows.push(atLeast(`slots, ${name}: cold`, naiveMs / coldMs, coldGoal));
    return rows;
}

function atLeast(name: string, value: number, goal: number): BenchmarkRow {
    return { name, value, unit: '× naive scheduler', goal: `≥ ${goal}`, isMet: value >= goal };
}

const json = (request: SlotRequest): Buffer => slotsJson(openStarts(request).starts, request.rules.durationMinutes);

/** Each request has hosts nobody has seen and lies in zones nobody has asked for. */
function coldTime(scenario: Scenario, unusedZones: string[]): number {
    const zoneCount = Math.min(COLD_ZONES, scenario.requiredHosts + scenario.poolMembers);
    const requests = Array.from({ length: COLD_CALLS / zoneCount }, () =>
        slotScenario({ ...scenario, zones: unusedZones.splice(-zoneCount) })
    );
    return coldMsEach(requests);
}

/** The middle of several groups, so that one collection of garbage does not decide. */
function coldMsEach(requests: SlotRequest[]): number {
    const size = Math.ceil(requests.length / COLD_GROUPS);
    return median(
        Array.from({ length: COLD_GROUPS }, (_, group) =>
            computedMsEach(requests.slice(group * size, (group + 1) * size))
        )
    );
}

function growthRows(): BenchmarkRow[] {
    const byHosts = [1, 10, 50, 100, 200].flatMap((poolMembers) =>
        growthRowsOf(`slots, growth: pool of ${poolMembers}, 60 days`, { requiredHosts: 0, poolMembers, days: 60 })
    );
    const byDays = [7, 30, 60, 120].flatMap((days) =>
        growthRowsOf(`slots, growth: 1 host, ${days} days`, { requiredHosts: 1, poolMembers: 0, days })
    );
    return [...byHosts, ...byDays];
}

function growthRowsOf(name: string, scenario: Scenario): BenchmarkRow[] {
    const request = slotScenario(scenario);
    const warmMs = msPerCall(() => json(request));
    return [
        { name: `${name}, warm`, value: warmMs * 1000, unit: 'µs' },
        { name: `${name}, hosts never seen`, value: unseenMs(scenario, warmMs) * 1000, unit: 'µs' }
    ];
}

/** Each request has hosts nobody has seen, in zones that are known. */
function unseenMs(scenario: Scenario, warmMs: number): number {
    const calls = Math.min(MOST_CALLS, Math.max(FEWEST_CALLS, Math.ceil(COLD_GROUP_MS / warmMs)));
    return median(
        Array.from({ length: COLD_GROUPS }, () =>
            computedMsEach(Array.from({ length: calls }, () => slotScenario(scenario)))
        )
    );
}

function computedMsEach(requests: SlotRequest[]): number {
    const started = computedMs();
    for (const request of requests) json(request);
    return (computedMs() - started) / requests.length;
}

/** A comparison of different answers would mean nothing. */
function mustAgree(request: SlotRequest): void {
    const [ours, theirs] = [[...openStarts(request).starts], naiveSlots(request)];
    if (ours.length === 0 || JSON.stringify(ours) !== JSON.stringify(theirs)) {
        throw new Error(`The slot search and the naive scheduler disagree: ${ours.length} and ${theirs.length} slots.`);
    }
}
