import { formatDuration } from './duration.ts';
import type { Texts } from './texts.ts';

/** French texts. */
export const fr: Texts = {
    skipToContent: 'Aller au contenu',
    description: 'Choisissez une heure et réservez votre rendez-vous.',
    language: 'Langue',
    footer: 'Prise de rendez-vous avec',
    duration: (minutes) => formatDuration(minutes, 'fr'),
    optional: '(facultatif)',

    summary: {
        hosts: 'Vous rencontrez',
        duration: 'Durée',
        location: 'Lieu',
        onlineLocation: 'En ligne. L’adresse s’affiche après la réservation.',
        when: 'Quand',
        otherDurations: 'Choisir la durée',
        oneOfMany: (count) => `L’une de ${count} personnes`
    },

    booking: {
        title: (company) => `Réserver un rendez-vous avec ${company}`,
        timesHeading: 'Choisissez un horaire',
        detailsHeading: 'Vos coordonnées',
        submit: 'Réserver ce rendez-vous',
        submitting: 'Réservation…',
        privacy: (company) => `Vos coordonnées sont transmises à ${company} pour ce rendez-vous.`
    },

    times: {
        zone: 'Fuseau horaire',
        zoneSubmit: 'Afficher les horaires',
        previous: 'Dates précédentes',
        next: 'Dates suivantes',
        calendar: 'Jours avec des horaires libres',
        noTimesThatDay: 'aucun horaire',
        clocksChange: (timeZone) =>
            `L’heure change à ${timeZone} avant ce rendez-vous. Les heures affichées sont celles de l’horloge ce jour-là.`,
        chosen: 'L’horaire que vous avez choisi',
        selected: 'Votre horaire :',
        noneInRange: 'Aucun horaire ces jours-ci. Regardez les dates suivantes.',
        shownIn: (timeZone) => `Les horaires sont maintenant ceux de ${timeZone}.`,
        shownFor: (range) => `Horaires pour ${range}.`,
        notLoaded: (timeZone) =>
            `Les nouveaux horaires n’ont pas pu être chargés. Les horaires affichés restent ceux de ${timeZone}.`,
        nextAvailable: (day) => `Aller au ${day}`
    },

    noTimes: {
        fully_booked: 'Tous les horaires de ces jours sont pris. Regardez les dates suivantes.',
        no_working_hours: 'Aucun rendez-vous n’a lieu ces jours-ci. Regardez d’autres dates.',
        before_minimum_notice: 'Il est trop tard pour réserver ces jours-ci. Regardez les dates suivantes.',
        outside_booking_window: 'Ces jours ne peuvent pas encore être réservés. Regardez des dates plus proches.',
        daily_limit_reached: 'Plus aucun rendez-vous n’est pris ces jours-ci. Regardez d’autres dates.',
        no_host_available: 'Personne n’est disponible pour vous ces jours-ci. Regardez d’autres dates.',
        host_calendar_unreadable:
            'L’agenda ne peut pas être lu pour le moment, nous ne pouvons donc pas proposer d’horaires sûrs. Réessayez dans quelques minutes.'
    },

    fields: {
        firstName: 'Prénom',
        lastName: 'Nom',
        email: 'Adresse e-mail',
        company: 'Entreprise',
        phone: 'Numéro de téléphone',
        knownEmail: (masked) => `Laissez vide pour utiliser ${masked}, l’adresse que nous avons pour vous.`,
        knownPhone: (masked) => `Laissez vide pour utiliser le numéro que nous avons pour vous : ${masked}.`,
        guests: 'Invités',
        guestsHelp: (max) => `Une adresse e-mail par ligne, ${max} au plus.`,
        choose: 'Choisir une réponse',
        emailCode: 'Code reçu par e-mail',
        emailCodeHelp: (email) => `Nous avons envoyé un code à ${email}. Il est valable dix minutes.`
    },

    errors: {
        titlePrefix: 'Erreur :',
        heading: 'Vérifiez vos réponses',
        start: 'Choisissez un horaire.',
        required: (label) => `${label} : à remplir.`,
        email: 'Indiquez une adresse e-mail, par exemple nom@example.com.',
        phone: 'Indiquez un numéro avec l’indicatif du pays, par exemple +33 1 55 50 01 00.',
        tooLong: (max) => `${max} caractères au plus.`,
        guests: 'Indiquez une adresse e-mail par ligne, par exemple nom@example.com.',
        tooManyGuests: (max) => `${max} invités au plus.`,
        choice: 'Choisissez une des réponses.',
        consent: 'Acceptez ceci pour réserver.',
        otherCompany:
            'Ce lien est destiné à une personne d’une autre entreprise. Utilisez votre adresse professionnelle, ou demandez votre propre lien.',
        otherAddress:
            'Ce lien est destiné à une seule personne. Utilisez l’adresse à laquelle il a été envoyé, ou demandez votre propre lien.',
        codeNeeded: 'Saisissez le code que nous vous avons envoyé.',
        codeWrong: 'Ce code n’est pas le bon. Regardez votre message le plus récent.',
        codeExpired: 'Ce code n’est plus valable. Nous vous en envoyons un nouveau.',
        tooManyCodes: 'Trop de codes ont été envoyés pour ce lien. Réessayez dans une heure.'
    },

    alerts: {
        slot_taken: 'Cet horaire vient d’être pris. Votre lien reste valable : choisissez un autre horaire.',
        before_minimum_notice: 'Cet horaire est maintenant trop proche. Choisissez-en un plus tard.',
        outside_booking_window: 'Cet horaire ne peut pas être réservé. Choisissez un horaire de la liste.',
        daily_limit_reached: 'Plus aucun rendez-vous n’est pris ce jour-là. Choisissez un autre jour.',
        no_host_available: 'Plus personne n’est libre pour vous à cet horaire. Choisissez-en un autre.',
        host_calendar_unreadable:
            'L’agenda n’a pas pu être vérifié, rien n’a donc été réservé. Réessayez dans une minute.',
        salesforce_unavailable:
            'Ce lien n’a pas pu être vérifié, rien n’a donc été réservé. Réessayez dans une minute.',
        rate_limited: 'Trop de tentatives en peu de temps. Attendez une minute, puis renvoyez le formulaire.',
        booking_refused:
            'Nous ne pouvons pas prendre cette réservation ici ; rien n’a été réservé. Contactez la personne qui vous a envoyé le lien.',
        human_check:
            'Rien n’est encore réservé : votre navigateur n’a pas fini de montrer que vous n’êtes pas un programme. Envoyez de nouveau le formulaire.',
        human_check_too_soon:
            'Rien n’est encore réservé. Votre navigateur n’exécute pas de scripts : attendez une demi-minute, puis envoyez de nouveau le formulaire.',
        human_check_too_many:
            'Rien n’a été réservé. Trop de réservations sont arrivées sans scripts depuis une heure : utilisez un navigateur avec JavaScript ou réessayez plus tard.',
        invalid_request: 'Rien n’est encore réservé. Corrigez ce qui est signalé ci-dessous.',
        new_time_taken: 'Cet horaire vient d’être pris. Votre rendez-vous n’a pas bougé : choisissez un autre horaire.',
        too_late_to_change: 'Il est trop tard pour modifier ce rendez-vous ici. Contactez votre interlocuteur.',
        meeting_already_canceled: 'Ce rendez-vous a déjà été annulé.',
        meeting_over: 'Ce rendez-vous est passé et ne peut plus être modifié.',
        too_many_reschedules:
            'Ce rendez-vous a été déplacé autant de fois que possible. Contactez votre interlocuteur.',
        code_needed: 'Encore une étape : saisissez le code que nous vous avons envoyé. Rien n’est encore réservé.'
    },

    meeting: {
        confirmedTitle: 'Rendez-vous réservé',
        confirmedHeading: 'Votre rendez-vous est réservé',
        title: 'Votre rendez-vous',
        heading: {
            scheduled: 'Votre rendez-vous',
            rescheduled: 'Votre rendez-vous',
            canceled: 'Ce rendez-vous est annulé'
        },
        status: { scheduled: 'Prévu', rescheduled: 'Déplacé', canceled: 'Annulé' },
        statusLabel: 'État',
        recorded: 'Votre réservation est enregistrée. Vous n’avez rien d’autre à faire.',
        emailed: (email) => `Nous envoyons les détails à ${email}.`,
        hostTime: (timeZone) => `Heure de votre interlocuteur (${timeZone})`,
        guests: 'Invités',
        note: 'À noter',
        addToCalendar: 'Ajouter à l’agenda',
        addTo: (calendar) => `Ajouter à ${calendar}`,
        manage: 'Voir ou modifier ce rendez-vous',
        manageHelp: 'Gardez l’adresse de cette page : elle ramène à votre rendez-vous. Ne la transmettez pas.',
        canceledHelp: 'Rien n’aura lieu à cet horaire. Demandez un nouveau lien pour réserver à nouveau.',
        moved: 'Le rendez-vous a été déplacé à l’horaire ci-dessous.',
        limits: {
            over: 'Ce rendez-vous est passé.',
            tooLate: 'Il est trop tard pour le modifier ici : adressez-vous à votre interlocuteur.',
            movedOften: 'Il ne peut plus être déplacé ici : adressez-vous à votre interlocuteur.',
            tooLateToMove: 'Il est trop tard pour le déplacer ici : adressez-vous à votre interlocuteur.',
            tooLateToCancel: 'Il est trop tard pour l’annuler ici : adressez-vous à votre interlocuteur.'
        },
        rescheduleHeading: 'Choisir un autre horaire',
        reschedule: 'Déplacer le rendez-vous',
        rescheduling: 'Déplacement…',
        cancelHeading: 'Annuler ce rendez-vous',
        cancelReason: 'Motif',
        cancelReasonHelp: 'Votre interlocuteur le lira.',
        cancel: 'Annuler le rendez-vous',
        canceling: 'Annulation…'
    },

    closed: {
        used: {
            title: 'Lien déjà utilisé',
            heading: 'Ce lien a déjà été utilisé',
            body: 'Il vaut pour une seule réservation, et ce rendez-vous est déjà réservé. Si c’était vous, les détails sont dans l’e-mail que nous vous avons envoyé.',
            next: 'Pour un autre rendez-vous, demandez un nouveau lien.'
        },
        expired: {
            title: 'Lien expiré',
            heading: 'Ce lien a expiré',
            body: 'Le délai pour réserver est passé. Rien n’a été réservé.',
            next: 'Demandez un nouveau lien à la personne qui vous l’a envoyé.'
        },
        revoked: {
            title: 'Lien retiré',
            heading: 'Ce lien a été retiré',
            body: 'La personne qui l’a envoyé l’a retiré. Rien n’a été réservé.',
            next: 'Demandez-lui un nouveau lien.'
        },
        inactive: {
            title: 'Lien indisponible',
            heading: 'Ce lien n’est pas disponible actuellement',
            body: 'Il ne permet pas de réserver pour le moment. Rien n’a été réservé.',
            next: 'Demandez à la personne qui l’a envoyé quand réessayer.'
        },
        unknown: {
            title: 'Page introuvable',
            heading: 'Cette page est introuvable',
            body: 'Le lien est peut-être incomplet. Certaines messageries coupent les longs liens.',
            next: 'Copiez le lien entier depuis votre message et ouvrez-le à nouveau, ou demandez à la personne qui l’a envoyé.'
        },
        unverifiable: {
            title: 'Réessayez dans une minute',
            heading: 'Ce lien ne peut pas être vérifié pour le moment',
            body: 'Votre lien est peut-être valable : le système qui le connaît est injoignable. Rien n’a été réservé.',
            next: 'Gardez le lien : il fonctionnera dès que nous pourrons le vérifier.'
        }
    },

    contact: (company) => `Contacter ${company} :`,
    resend: 'M’envoyer mon rendez-vous par e-mail',
    resendHelp: 'Nous renvoyons les détails à l’adresse utilisée pour la réservation.',
    askForLink: 'Demander un nouveau lien',
    askForLinkHelp: 'Nous prévenons la personne qui vous a envoyé ce lien. Elle vous en enverra un nouveau.',
    asked: {
        title: 'Demande envoyée',
        heading: 'Votre demande est transmise',
        body: 'La personne qui vous a envoyé ce lien a été priée d’en fournir un nouveau.',
        next: 'Guettez son message. Vous pouvez fermer cette page.'
    },
    resent: {
        title: 'En route',
        heading: 'S’il y a un rendez-vous, un message est en route',
        body: 'Si ce lien a servi à réserver un rendez-vous, nous avons envoyé les détails à l’adresse de la réservation.',
        next: 'Regardez dans quelques minutes votre boîte de réception, et aussi le dossier des indésirables.'
    },
    tryAgain: 'Réessayer',
    retryAfter: (seconds) =>
        `Vous pouvez réessayer dans ${formatDuration(Math.max(1, Math.ceil(seconds / 60)), 'fr')}.`,
    reference: 'Référence',

    failures: {
        meeting_not_found: {
            title: 'Rendez-vous introuvable',
            heading: 'Ce rendez-vous est introuvable',
            body: 'Le lien est peut-être incomplet. Certaines messageries coupent les longs liens.',
            next: 'Ouvrez à nouveau, en entier, le lien de votre e-mail le plus récent.'
        },
        stale_manage_token: {
            title: 'Ce rendez-vous a été déplacé',
            heading: 'Ce rendez-vous a été déplacé',
            body: 'Il a été modifié après l’envoi de ce lien, qui ne l’ouvre plus.',
            next: 'Utilisez le lien de votre e-mail le plus récent.'
        },
        rate_limited: {
            title: 'Trop de tentatives',
            heading: 'Trop de tentatives en peu de temps',
            body: 'Pour protéger les réservations, nous limitons le nombre d’ouvertures d’une page.',
            next: 'Attendez un instant, puis réessayez.'
        },
        service_unavailable: {
            title: 'Un instant, s’il vous plaît',
            heading: 'Nous ne pouvons pas répondre pour le moment',
            body: 'Rien n’est perdu : ce qui a été confirmé le reste.',
            next: 'Réessayez dans un instant. Si vous étiez en train de réserver, renvoyez le formulaire ou ouvrez votre lien pour voir si la réservation a abouti.'
        },
        page_not_found: {
            title: 'Page introuvable',
            heading: 'Cette page est introuvable',
            body: 'L’adresse est peut-être incomplète.',
            next: 'Vérifiez l’adresse, ou ouvrez à nouveau le lien de votre message.'
        },
        internal_error: {
            title: 'Une erreur est survenue',
            heading: 'Une erreur est survenue de notre côté',
            body: 'Nous l’avons enregistrée. Si vous étiez en train de réserver, ouvrez à nouveau votre lien pour voir si la réservation a abouti.',
            next: 'Réessayez dans une minute. Si cela se reproduit, transmettez la référence ci-dessous.'
        }
    }
};
