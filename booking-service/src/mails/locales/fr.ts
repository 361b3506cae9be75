import { formatDuration } from '../../pages/locales/duration.ts';
import type { MailTexts } from './mailTexts.ts';

/** French texts of mails. */
export const fr: MailTexts = {
    duration: (minutes) => formatDuration(minutes, 'fr'),
    list: (names) => new Intl.ListFormat('fr').format(names),

    subject: {
        confirmation: (what, when) => `Réservé : ${what}, ${when}`,
        reschedule: (what, when) => `Déplacé : ${what}, désormais ${when}`,
        cancellation: (what, when) => `Annulé : ${what}, ${when}`,
        reassignment: (what, when) => `Changement d’interlocuteur : ${what}, ${when}`,
        reminder: (what, when) => `Rappel : ${what}, ${when}`,
        resend: (what, when) => `Votre rendez-vous : ${what}, ${when}`,
        code: (code) => `${code} est votre code`
    },
    titleWith: (title, names) => `${title} avec ${names}`,

    hello: (name) => `Bonjour ${name},`,

    prospect: {
        confirmation: {
            heading: 'Votre rendez-vous est réservé',
            intro: (hosts) => `Vous rencontrez ${hosts}. Voici tout ce qu’il vous faut.`
        },
        reschedule: {
            heading: 'Votre rendez-vous a été déplacé',
            intro: (hosts) => `Votre rendez-vous avec ${hosts} a désormais lieu à l’heure indiquée ci-dessous.`
        },
        cancellation: {
            heading: 'Votre rendez-vous est annulé',
            intro: (hosts) => `Votre rendez-vous avec ${hosts} n’aura pas lieu.`
        },
        reassignment: {
            heading: 'Vous rencontrerez quelqu’un d’autre',
            intro: (hosts) => `Vous rencontrez désormais ${hosts}. L’heure reste la même.`
        },
        reminder: {
            heading: 'Votre rendez-vous approche',
            intro: (hosts) => `Nous vous rappelons votre rendez-vous avec ${hosts}.`
        },
        resend: {
            heading: 'Votre rendez-vous',
            intro: (hosts) => `Voici de nouveau les détails de votre rendez-vous avec ${hosts}.`
        }
    },

    guest: {
        confirmation: {
            heading: 'Vous êtes invité à un rendez-vous',
            intro: (prospect, hosts) =>
                `${prospect} a réservé un rendez-vous avec ${hosts} et vous a indiqué comme invité.`
        },
        reschedule: {
            heading: 'Un rendez-vous auquel vous êtes invité a été déplacé',
            intro: (prospect, hosts) =>
                `Le rendez-vous de ${prospect} avec ${hosts} a désormais lieu à l’heure indiquée ci-dessous.`
        },
        cancellation: {
            heading: 'Un rendez-vous auquel vous étiez invité est annulé',
            intro: (prospect, hosts) => `Le rendez-vous de ${prospect} avec ${hosts} n’aura pas lieu.`
        },
        reassignment: {
            heading: 'Un rendez-vous auquel vous êtes invité change d’interlocuteur',
            intro: (prospect, hosts) => `${prospect} rencontre désormais ${hosts}. L’heure reste la même.`
        },
        reminder: {
            heading: 'Un rendez-vous auquel vous êtes invité approche',
            intro: (prospect, hosts) => `Nous vous rappelons le rendez-vous de ${prospect} avec ${hosts}.`
        }
    },

    team: {
        confirmation: {
            heading: 'Nouveau rendez-vous',
            intro: (prospect) => `${prospect} a réservé un rendez-vous avec vous.`
        },
        reschedule: {
            heading: 'Rendez-vous déplacé',
            intro: (prospect) => `Votre rendez-vous avec ${prospect} a changé d’heure.`
        },
        cancellation: {
            heading: 'Rendez-vous annulé',
            intro: (prospect) => `Votre rendez-vous avec ${prospect} n’aura pas lieu. L’heure est de nouveau libre.`
        },
        reassignment: {
            heading: 'Changement d’interlocuteur',
            intro: (prospect, hosts) => `Le rendez-vous avec ${prospect} est désormais assuré par ${hosts}.`
        },
        handedOver: {
            heading: 'Un rendez-vous a quitté votre agenda',
            intro: (prospect, hosts) =>
                `Le rendez-vous avec ${prospect} est désormais assuré par ${hosts}. Votre heure est de nouveau libre.`
        },
        reminder: {
            heading: 'Rendez-vous à venir',
            intro: (prospect) => `Nous vous rappelons votre rendez-vous avec ${prospect}.`
        }
    },

    facts: {
        when: 'Quand',
        before: 'Avant',
        duration: 'Durée',
        where: 'Où',
        hosts: 'Avec',
        guests: 'Invités',
        prospect: 'Réservé par',
        email: 'Adresse e-mail',
        phone: 'Numéro de téléphone',
        company: 'Entreprise',
        reason: 'Motif'
    },

    forwarded: 'La réservation vient d’une autre personne que celle à qui le lien était destiné.',

    actions: {
        manage: 'Voir ou modifier ce rendez-vous',
        salesforce: 'Ouvrir dans Salesforce',
        addTo: 'Ajouter à l’agenda :',
        google: 'Google',
        outlook: 'Outlook.com',
        microsoft365: 'Microsoft 365'
    },
    manageHelp:
        'Ce bouton n’est que pour vous : qui possède ce message peut déplacer ou annuler le rendez-vous. Les messages précédents ne valent plus une fois qu’il est déplacé.',
    attached: 'Le fichier joint inscrit le rendez-vous dans tout agenda et le tient à jour.',
    bookAgain: 'Pour trouver une autre heure, demandez un nouveau lien à votre interlocuteur.',

    code: {
        heading: 'Votre code',
        intro: 'Saisissez ce code sur la page de réservation pour réserver votre rendez-vous.',
        validity: (minutes) => `Il est valable ${formatDuration(minutes, 'fr')} et pour un seul lien.`,
        notAsked:
            'Si vous ne vouliez pas réserver de rendez-vous, quelqu’un possède votre lien : ne transmettez pas le code. Vous n’avez rien d’autre à faire.'
    },

    footer: (company) => `Envoyé pour ${company} par Admit One.`
};
