import { LightningElement, api } from 'lwc';
import { fillLabel } from 'c/labelUtils';
import { doLongWork } from 'c/longWork';
import {
    addUser,
    followManagedLink,
    setUserRemoved,
    takeBackManagedLink,
    takeBackUser,
    type SavedManagedLink
} from 'c/managedLinkApi';
import type { ChangeFailure } from 'types/links';
import type { ManagedRow, ManagedUser } from 'types/managedLinks';
import { LABELS } from './labels';

/** What is to be done for one person. */
interface Task {
    user: ManagedUser;
    /** Undefined until the person is on the managed link. */
    row: ManagedRow | undefined;
    isRemoved: boolean;
    linkId: string | undefined;
    isDone: boolean;
}

/** Whether the person has yet to be put on the managed link, or taken off. */
const isJoining = ({ row, isRemoved }: Task): boolean => row?.isRemoved !== isRemoved;

/**
 * Brings everybody's link to what a managed link says, as soon as it is shown; it can be stopped and goes on where it
 * stopped. Fires `workchanged` with `{ isRunning }`, and `takenback` once everything it made is removed again.
 */
export default class ManagedLinkWork extends LightningElement {
    @api managed!: SavedManagedLink;
    /** Who is on it, as Salesforce has it. */
    @api rows: ManagedRow[] = [];
    /** Who is to be on it. */
    @api users: ManagedUser[] = [];
    /** It was made a moment ago: nobody has anything to lose when it is removed again. */
    @api isNew = false;

    labels = LABELS;
    isRunning = false;
    heading = LABELS.joining;
    isTakenBack = false;
    done = 0;
    total = 0;
    failures: ChangeFailure[] = [];

    private tasks: Task[] = [];
    private isStopping = false;

    connectedCallback(): void {
        const wanted = new Set(this.users.map(({ id }) => id));
        const known = new Set(this.rows.map(({ user }) => user.id));
        const task = (user: ManagedUser, row: ManagedRow | undefined): Task => ({
            user,
            row,
            isRemoved: !wanted.has(user.id),
            linkId: row?.link?.id,
            isDone: false
        });
        this.tasks = [
            ...this.rows.map((row) => task(row.user, row)),
            ...this.users.filter(({ id }) => !known.has(id)).map((user) => task(user, undefined))
        ];
        void this.run();
    }

    get isUnfinished(): boolean {
        return !this.isRunning && !this.isTakenBack && this.tasks.some(({ isDone }) => !isDone);
    }

    get isTakeBackShown(): boolean {
        return this.isNew && this.isUnfinished;
    }

    get doneMessage(): string {
        return this.isTakenBack ? LABELS.takenBack : fillLabel(LABELS.done, this.users.length);
    }

    handleStop(): void {
        this.isStopping = true;
    }

    /** Whatever is not done yet: what failed, and what was not begun. */
    async run(): Promise<void> {
        const tasks = this.tasks.filter(({ isDone }) => !isDone);
        const joining = tasks.filter(isJoining);
        // Everybody is put on the managed link first, so that whatever interrupts us, it says who is without a link.
        this.start(LABELS.joining, joining.length);
        await this.work(joining, async (task) => {
            task.row = await this.joined(task);
        });
        this.heading = LABELS.heading;
        this.total = tasks.length;
        this.done = this.failures.length;
        await this.work(
            tasks.filter((task) => !isJoining(task)),
            async (task) => {
                if (task.row) task.linkId = await followManagedLink(this.managed, task.row);
                task.isDone = true;
            }
        );
        this.finish();
    }

    /** Nobody has used any of it yet, so it can go again. */
    async handleTakeBackClick(): Promise<void> {
        const made = this.tasks.filter(({ row }) => row !== undefined);
        this.start(LABELS.takingBack, made.length);
        await this.work(made, async (task) => {
            if (task.row) await takeBackUser(task.row.id, task.linkId);
            Object.assign(task, { row: undefined, linkId: undefined, isDone: false });
        });
        await this.takeBackWhole();
        this.finish();
    }

    private async takeBackWhole(): Promise<void> {
        if (this.isStopping || this.failures.length > 0) return;
        try {
            await takeBackManagedLink(this.managed);
            this.isTakenBack = true;
            this.dispatchEvent(new CustomEvent('takenback'));
        } catch (error) {
            this.failures = [{ name: this.managed.name, error }];
        }
    }

    private joined({ user, row, isRemoved }: Task): Promise<ManagedRow> {
        return row ? setUserRemoved(row, isRemoved, new Date()) : addUser(this.managed, user);
    }

    private async work(tasks: Task[], run: (task: Task) => Promise<void>): Promise<void> {
        const before = this.done;
        const { undone } = await doLongWork({
            items: tasks,
            run,
            onProgress: (count) => {
                this.done = before + count;
            },
            isCanceled: () => this.isStopping
        });
        this.failures = [...this.failures, ...undone.map(({ item, error }) => ({ name: item.user.name, error }))];
    }

    private start(heading: string, total: number): void {
        this.heading = heading;
        this.isRunning = true;
        this.isStopping = false;
        this.failures = [];
        this.done = 0;
        this.total = total;
        this.tellState();
    }

    private finish(): void {
        this.isRunning = false;
        this.tellState();
    }

    private tellState(): void {
        this.dispatchEvent(new CustomEvent('workchanged', { detail: { isRunning: this.isRunning } }));
    }
}
