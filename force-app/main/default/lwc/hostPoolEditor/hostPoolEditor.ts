import { api } from 'lwc';
import LightningModal from 'lightning/modal';
import { reportAll } from 'c/formValidity';
import { savePool, shareOf } from 'c/hostPoolApi';
import { fillLabel } from 'c/labelUtils';
import { StepsError } from 'c/recordSteps';
import type { HostPool, PoolMember } from 'types/hostPools';
import { LABELS } from './labels';

interface Row {
    member: PoolMember;
    share: number;
    weightName: string;
    activeName: string;
    removeName: string;
}

const NEW_POOL: HostPool = { name: '', description: '', isActive: true, members: [] };

/** Makes or changes a pool: who is in it, with which weight. Closes with `saved` when it was saved. */
export default class HostPoolEditor extends LightningModal {
    /** The pool to change; undefined for a new one. */
    @api pool: HostPool | undefined = undefined;

    labels = LABELS;
    draft: HostPool = NEW_POOL;
    saveErrors: unknown = undefined;
    saveMessage = '';
    isSaving = false;
    isChanged = false;

    connectedCallback(): void {
        this.draft = this.pool ?? NEW_POOL;
    }

    get rows(): Row[] {
        const { members } = this.draft;
        return members.map((member) => ({
            member,
            share: shareOf(member, members),
            weightName: fillLabel(LABELS.weightOf, member.name),
            activeName: fillLabel(LABELS.active, member.name),
            removeName: fillLabel(LABELS.remove, member.name)
        }));
    }

    get isWithoutMembers(): boolean {
        return this.draft.members.length === 0;
    }

    handleNameChange(event: CustomEvent<{ value: string }>): void {
        this.change({ name: event.detail.value });
    }

    handleDescriptionChange(event: CustomEvent<{ value: string }>): void {
        this.change({ description: event.detail.value });
    }

    handlePoolActiveChange(event: CustomEvent<{ checked: boolean }>): void {
        this.change({ isActive: event.detail.checked });
    }

    handleHostChosen(event: CustomEvent<{ hostId: string; name: string }>): void {
        const { hostId: userId, name } = event.detail;
        if (this.draft.members.some((member) => member.userId === userId)) return;
        this.change({ members: [...this.draft.members, { userId, name, weight: 1, isActive: true }] });
    }

    handleWeightChange(event: CustomEvent<{ value: string }>): void {
        this.changeMember(event, { weight: Number(event.detail.value) });
    }

    handleActiveChange(event: CustomEvent<{ checked: boolean }>): void {
        this.changeMember(event, { isActive: event.detail.checked });
    }

    handleRemoveClick(event: Event): void {
        const userId = userOf(event);
        this.change({ members: this.draft.members.filter((member) => member.userId !== userId) });
    }

    handleLeave(): void {
        this.close();
    }

    async handleSave(): Promise<void> {
        if (!reportAll(this.template?.querySelectorAll('lightning-input'))) return;
        this.isSaving = true;
        this.saveErrors = undefined;
        try {
            await savePool(this.draft, this.pool);
            this.close('saved');
        } catch (error) {
            this.saveErrors = error instanceof StepsError ? error.cause : error;
            this.saveMessage = error instanceof StepsError && error.isUndone ? LABELS.saveError : LABELS.partlySaved;
        } finally {
            this.isSaving = false;
        }
    }

    private change(fields: Partial<HostPool>): void {
        this.draft = { ...this.draft, ...fields };
        this.isChanged = true;
    }

    private changeMember(event: Event, fields: Partial<PoolMember>): void {
        const userId = userOf(event);
        this.change({
            members: this.draft.members.map((member) => ({ ...member, ...(member.userId === userId && fields) }))
        });
    }
}

function userOf(event: Event): string | undefined {
    const { user } = (event.currentTarget as HTMLElement).dataset;
    return user;
}
