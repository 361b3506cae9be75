import { formatMinutes } from 'c/dateFormat';
import { fillLabel } from 'c/labelUtils';
import type { ListedMeetingType } from 'types/meetingTypes';
import { LABELS } from './labels';

export type Action = 'edit' | 'view' | 'activate' | 'deactivate' | 'lock' | 'unlock';

/** A meeting type as the list draws it. */
export interface Row {
    type: ListedMeetingType;
    summary: string;
    ownership: string;
    badges: string[];
    menuName: string;
    actions: { value: Action; label: string }[];
}

/** `isAdmin`: may change every type, and lock it. */
export function toRow(type: ListedMeetingType, isAdmin: boolean): Row {
    const { durationMinutes, location, questionCount, singleUsePolicy } = type;
    const parts = [
        durationMinutes === undefined ? '' : formatMinutes(durationMinutes),
        location,
        questionCount === 0 ? '' : fillLabel(LABELS.questions, questionCount),
        fillLabel(LABELS.singleUse, singleUsePolicy)
    ];
    return {
        type,
        summary: parts.filter((part) => part !== '').join(' · '),
        ownership: type.isAdminManaged ? LABELS.adminManaged : fillLabel(LABELS.ownedBy, type.ownerName),
        badges: [
            type.isActive ? '' : LABELS.inactive,
            type.isLocked ? LABELS.locked : '',
            type.isMine && !type.isAdminManaged ? LABELS.personal : ''
        ].filter((badge) => badge !== ''),
        menuName: fillLabel(LABELS.menu, type.name),
        actions: actionsOf(type, isAdmin)
    };
}

function actionsOf({ name, isActive, isLocked, isMine }: ListedMeetingType, isAdmin: boolean): Row['actions'] {
    const view = { value: 'view', label: fillLabel(LABELS.view, name) } as const;
    const unlock = { value: 'unlock', label: LABELS.unlock } as const;
    if (isLocked) return isAdmin ? [view, unlock] : [view];
    if (!isAdmin && !isMine) return [view];
    return [
        { value: 'edit', label: fillLabel(LABELS.edit, name) },
        isActive ? { value: 'deactivate', label: LABELS.deactivate } : { value: 'activate', label: LABELS.activate },
        ...(isAdmin ? [{ value: 'lock', label: LABELS.lock } as const] : [])
    ];
}
