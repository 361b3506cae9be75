import { formatDuration } from '../../pages/locales/duration.ts';
import type { MailTexts } from './mailTexts.ts';

/** German texts of mails. */
export const de: MailTexts = {
    duration: (minutes) => formatDuration(minutes, 'de'),
    list: (names) => new Intl.ListFormat('de').format(names),

    subject: {
        confirmation: (what, when) => `Gebucht: ${what}, ${when}`,
        reschedule: (what, when) => `Verschoben: ${what}, jetzt ${when}`,
        cancellation: (what, when) => `Abgesagt: ${what}, ${when}`,
        reassignment: (what, when) => `Neue Ansprechperson: ${what}, ${when}`,
        reminder: (what, when) => `Erinnerung: ${what}, ${when}`,
        resend: (what, when) => `Ihr Termin: ${what}, ${when}`,
        code: (code) => `${code} ist Ihr Code`
    },
    titleWith: (title, names) => `${title} mit ${names}`,

    hello: (name) => `Guten Tag ${name},`,

    prospect: {
        confirmation: {
            heading: 'Ihr Termin ist gebucht',
            intro: (hosts) => `Sie treffen ${hosts}. Hier steht alles, was Sie brauchen.`
        },
        reschedule: {
            heading: 'Ihr Termin wurde verschoben',
            intro: (hosts) => `Ihr Termin mit ${hosts} findet jetzt zu der unten genannten Zeit statt.`
        },
        cancellation: {
            heading: 'Ihr Termin ist abgesagt',
            intro: (hosts) => `Ihr Termin mit ${hosts} findet nicht statt.`
        },
        reassignment: {
            heading: 'Sie treffen jemand anderen',
            intro: (hosts) => `Sie treffen nun ${hosts}. Die Zeit bleibt, wie sie war.`
        },
        reminder: {
            heading: 'Ihr Termin steht bevor',
            intro: (hosts) => `wir erinnern Sie an Ihren Termin mit ${hosts}.`
        },
        resend: {
            heading: 'Ihr Termin',
            intro: (hosts) => `hier sind noch einmal die Angaben zu Ihrem Termin mit ${hosts}.`
        }
    },

    guest: {
        confirmation: {
            heading: 'Sie sind zu einem Termin eingeladen',
            intro: (prospect, hosts) => `${prospect} hat einen Termin mit ${hosts} gebucht und Sie als Gast angegeben.`
        },
        reschedule: {
            heading: 'Ein Termin, zu dem Sie eingeladen sind, wurde verschoben',
            intro: (prospect, hosts) =>
                `Der Termin von ${prospect} mit ${hosts} findet jetzt zu der unten genannten Zeit statt.`
        },
        cancellation: {
            heading: 'Ein Termin, zu dem Sie eingeladen waren, ist abgesagt',
            intro: (prospect, hosts) => `Der Termin von ${prospect} mit ${hosts} findet nicht statt.`
        },
        reassignment: {
            heading: 'Ein Termin, zu dem Sie eingeladen sind, wird von jemand anderem gehalten',
            intro: (prospect, hosts) => `${prospect} trifft nun ${hosts}. Die Zeit bleibt, wie sie war.`
        },
        reminder: {
            heading: 'Ein Termin, zu dem Sie eingeladen sind, steht bevor',
            intro: (prospect, hosts) => `Wir erinnern Sie an den Termin von ${prospect} mit ${hosts}.`
        }
    },

    team: {
        confirmation: {
            heading: 'Neuer Termin',
            intro: (prospect) => `${prospect} hat einen Termin mit Ihnen gebucht.`
        },
        reschedule: {
            heading: 'Termin verschoben',
            intro: (prospect) => `Ihr Termin mit ${prospect} hat eine andere Zeit.`
        },
        cancellation: {
            heading: 'Termin abgesagt',
            intro: (prospect) => `Ihr Termin mit ${prospect} findet nicht statt. Die Zeit ist wieder frei.`
        },
        reassignment: {
            heading: 'Neue Zuständigkeit',
            intro: (prospect, hosts) => `Den Termin mit ${prospect} hält nun ${hosts}.`
        },
        handedOver: {
            heading: 'Ein Termin hat Ihren Kalender verlassen',
            intro: (prospect, hosts) => `Den Termin mit ${prospect} hält nun ${hosts}. Ihre Zeit ist wieder frei.`
        },
        reminder: {
            heading: 'Termin steht bevor',
            intro: (prospect) => `Wir erinnern Sie an Ihren Termin mit ${prospect}.`
        }
    },

    facts: {
        when: 'Wann',
        before: 'Bisher',
        duration: 'Wie lange',
        where: 'Wo',
        hosts: 'Mit',
        guests: 'Gäste',
        prospect: 'Gebucht von',
        email: 'E-Mail-Adresse',
        phone: 'Telefonnummer',
        company: 'Unternehmen',
        reason: 'Grund'
    },

    forwarded: 'Gebucht hat jemand anderes als die Person, für die der Link gemacht wurde.',

    actions: {
        manage: 'Termin ansehen oder ändern',
        salesforce: 'In Salesforce öffnen',
        addTo: 'In den Kalender:',
        google: 'Google',
        outlook: 'Outlook.com',
        microsoft365: 'Microsoft 365'
    },
    manageHelp:
        'Der Knopf ist nur für Sie: Wer diese Mail hat, kann den Termin verschieben oder absagen. Frühere Mails gelten nicht mehr, sobald er verschoben ist.',
    attached: 'Die angehängte Datei trägt den Termin in jeden Kalender ein und hält ihn aktuell.',
    bookAgain: 'Für eine andere Zeit bitten Sie Ihre Ansprechperson um einen neuen Link.',

    code: {
        heading: 'Ihr Code',
        intro: 'Geben Sie diesen Code auf der Buchungsseite ein, um Ihren Termin zu buchen.',
        validity: (minutes) => `Er gilt ${formatDuration(minutes, 'de')} und nur für einen Link.`,
        notAsked:
            'Wenn Sie keinen Termin buchen wollten, hat jemand Ihren Link: Geben Sie den Code nicht weiter. Sonst müssen Sie nichts tun.'
    },

    footer: (company) => `Im Auftrag von ${company} gesendet von Admit One.`
};
