import { LightningElement } from 'lwc';
import { settings } from '../../platform/settings';
import type { ShellUser } from '../../shellSettings';

interface UserItem extends ShellUser {
    label: string;
    isChecked: boolean;
}

/** Who you are, and everybody else you can be. */
export default class UserMenu extends LightningElement {
    error = '';

    get current(): ShellUser {
        const user = settings.users.find(({ id }) => id === settings.userId);
        return user ?? { id: settings.userId, name: 'Unknown user', title: '' };
    }

    get initials(): string {
        const words = this.current.name.split(' ');
        return `${words[0]?.[0] ?? ''}${words.at(-1)?.[0] ?? ''}`;
    }

    get menuText(): string {
        return `${this.current.name}: switch user`;
    }

    get users(): UserItem[] {
        return settings.users.map((user) => ({
            ...user,
            label: user.title ? `${user.name} · ${user.title}` : user.name,
            isChecked: user.id === settings.userId
        }));
    }

    async handleSelect(event: CustomEvent<{ value: string }>): Promise<void> {
        const userId = event.detail.value;
        if (userId === settings.userId) return;
        this.error = '';
        const response = await fetch('/__dev/session', {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify({ userId })
        });
        // Everything on the page belongs to the old user, so the page is loaded anew.
        if (response.ok) location.reload();
        else this.error = 'The user could not be switched. Reload the page and try again.';
    }
}
