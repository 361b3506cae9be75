import { formatDuration } from './duration.ts';
import type { Texts } from './texts.ts';

/** German texts. */
export const de: Texts = {
    skipToContent: 'Zum Inhalt springen',
    description: 'Wählen Sie eine Zeit und buchen Sie Ihren Termin.',
    language: 'Sprache',
    footer: 'Terminbuchung mit',
    duration: (minutes) => formatDuration(minutes, 'de'),
    optional: '(freiwillig)',

    summary: {
        hosts: 'Sie treffen',
        duration: 'Dauer',
        location: 'Ort',
        onlineLocation: 'Online. Die Adresse sehen Sie nach der Buchung.',
        when: 'Wann',
        otherDurations: 'Dauer wählen',
        oneOfMany: (count) => `Eine von ${count} Personen`
    },

    booking: {
        title: (company) => `Termin mit ${company} buchen`,
        timesHeading: 'Zeit wählen',
        detailsHeading: 'Ihre Angaben',
        submit: 'Termin buchen',
        submitting: 'Wird gebucht …',
        privacy: (company) => `Ihre Angaben gehen für diesen Termin an ${company}.`
    },

    times: {
        zone: 'Zeitzone',
        zoneSubmit: 'Zeiten anzeigen',
        previous: 'Frühere Tage',
        next: 'Spätere Tage',
        calendar: 'Tage mit freien Zeiten',
        noTimesThatDay: 'keine freien Zeiten',
        clocksChange: (timeZone) =>
            `Vor diesem Termin werden die Uhren in ${timeZone} umgestellt. Angezeigt wird die Uhrzeit, die an dem Tag gilt.`,
        chosen: 'Ihre gewählte Zeit',
        selected: 'Ihre Zeit:',
        noneInRange: 'An diesen Tagen ist nichts frei. Sehen Sie bei späteren Tagen nach.',
        shownIn: (timeZone) => `Die Zeiten gelten jetzt für ${timeZone}.`,
        shownFor: (range) => `Zeiten für ${range}.`,
        notLoaded: (timeZone) =>
            `Neue Zeiten konnten nicht geladen werden. Die Zeiten gelten weiterhin für ${timeZone}.`,
        nextAvailable: (day) => `Weiter zu ${day}`
    },

    noTimes: {
        fully_booked: 'An diesen Tagen ist alles vergeben. Sehen Sie bei späteren Tagen nach.',
        no_working_hours: 'An diesen Tagen finden keine Termine statt. Sehen Sie bei anderen Tagen nach.',
        before_minimum_notice: 'Für diese Tage ist es zu spät. Sehen Sie bei späteren Tagen nach.',
        outside_booking_window: 'Diese Tage können noch nicht gebucht werden. Sehen Sie bei früheren Tagen nach.',
        daily_limit_reached:
            'An diesen Tagen werden keine weiteren Termine angenommen. Sehen Sie bei anderen Tagen nach.',
        no_host_available: 'An diesen Tagen ist niemand für Sie da. Sehen Sie bei anderen Tagen nach.',
        host_calendar_unreadable:
            'Der Kalender ist gerade nicht lesbar, deshalb können wir keine Zeiten sicher anbieten. Versuchen Sie es bitte in einigen Minuten erneut.'
    },

    fields: {
        firstName: 'Vorname',
        lastName: 'Nachname',
        email: 'E-Mail-Adresse',
        company: 'Firma',
        phone: 'Telefonnummer',
        knownEmail: (masked) =>
            `Lassen Sie das Feld leer, um ${masked} zu verwenden, die Adresse, die wir von Ihnen haben.`,
        knownPhone: (masked) =>
            `Lassen Sie das Feld leer, um die Nummer zu verwenden, die wir von Ihnen haben: ${masked}.`,
        guests: 'Gäste',
        guestsHelp: (max) => `Eine E-Mail-Adresse je Zeile, höchstens ${max}.`,
        choose: 'Antwort wählen',
        emailCode: 'Code aus Ihrer E-Mail',
        emailCodeHelp: (email) => `Wir haben einen Code an ${email} geschickt. Er gilt zehn Minuten.`
    },

    errors: {
        titlePrefix: 'Fehler:',
        heading: 'Bitte prüfen Sie Ihre Angaben',
        start: 'Wählen Sie eine Zeit.',
        required: (label) => `${label}: Bitte ausfüllen.`,
        email: 'Geben Sie eine E-Mail-Adresse an, zum Beispiel name@example.com.',
        phone: 'Geben Sie eine Telefonnummer mit Landesvorwahl an, zum Beispiel +49 30 5550100.',
        tooLong: (max) => `Höchstens ${max} Zeichen.`,
        guests: 'Geben Sie eine E-Mail-Adresse je Zeile an, zum Beispiel name@example.com.',
        tooManyGuests: (max) => `Höchstens ${max} Gäste.`,
        choice: 'Wählen Sie eine der Antworten.',
        consent: 'Stimmen Sie zu, um zu buchen.',
        otherCompany:
            'Dieser Link wurde für jemanden in einem anderen Unternehmen gemacht. Benutzen Sie Ihre Firmenadresse, oder bitten Sie um einen eigenen Link.',
        otherAddress:
            'Dieser Link wurde für eine bestimmte Person gemacht. Benutzen Sie die Adresse, an die er ging, oder bitten Sie um einen eigenen Link.',
        codeNeeded: 'Geben Sie den Code ein, den wir Ihnen geschickt haben.',
        codeWrong: 'Dieser Code stimmt nicht. Sehen Sie in Ihre neueste E-Mail.',
        codeExpired: 'Dieser Code gilt nicht mehr. Wir schicken Ihnen einen neuen.',
        tooManyCodes: 'Für diesen Link wurden zu viele Codes verschickt. Versuchen Sie es in einer Stunde erneut.'
    },

    alerts: {
        slot_taken: 'Diese Zeit wurde gerade vergeben. Ihr Link gilt weiter: Wählen Sie eine andere Zeit.',
        before_minimum_notice: 'Diese Zeit ist inzwischen zu kurzfristig. Wählen Sie eine spätere.',
        outside_booking_window: 'Diese Zeit kann nicht gebucht werden. Wählen Sie eine der angezeigten Zeiten.',
        daily_limit_reached: 'An diesem Tag werden keine weiteren Termine angenommen. Wählen Sie einen anderen Tag.',
        no_host_available: 'Zu dieser Zeit ist niemand mehr für Sie frei. Wählen Sie eine andere Zeit.',
        host_calendar_unreadable:
            'Der Kalender konnte nicht geprüft werden, deshalb wurde nichts gebucht. Versuchen Sie es bitte in einer Minute erneut.',
        salesforce_unavailable:
            'Der Link konnte nicht geprüft werden, deshalb wurde nichts gebucht. Versuchen Sie es bitte in einer Minute erneut.',
        rate_limited: 'Zu viele Versuche in kurzer Zeit. Warten Sie eine Minute und senden Sie das Formular erneut.',
        booking_refused:
            'Diese Buchung können wir hier nicht annehmen; es wurde nichts gebucht. Bitte wenden Sie sich an die Person, die Ihnen den Link geschickt hat.',
        human_check:
            'Es ist noch nichts gebucht: Ihr Browser konnte noch nicht zeigen, dass Sie kein Programm sind. Senden Sie das Formular noch einmal.',
        human_check_too_soon:
            'Es ist noch nichts gebucht. Ihr Browser führt keine Skripte aus: Bitte warten Sie eine halbe Minute und senden Sie das Formular dann noch einmal.',
        human_check_too_many:
            'Es wurde nichts gebucht. In der letzten Stunde kamen zu viele Buchungen ohne Skripte: Nehmen Sie einen Browser mit JavaScript oder versuchen Sie es später noch einmal.',
        invalid_request: 'Es wurde noch nichts gebucht. Korrigieren Sie, was unten markiert ist.',
        new_time_taken: 'Diese Zeit wurde gerade vergeben. Ihr Termin bleibt, wie er war: Wählen Sie eine andere Zeit.',
        too_late_to_change:
            'Hier kann der Termin nicht mehr geändert werden. Wenden Sie sich an Ihre Gesprächspartnerin oder Ihren Gesprächspartner.',
        meeting_already_canceled: 'Dieser Termin wurde schon abgesagt.',
        meeting_over: 'Dieser Termin ist vorbei und kann nicht mehr geändert werden.',
        too_many_reschedules:
            'Dieser Termin wurde so oft verschoben wie erlaubt. Wenden Sie sich an Ihre Gesprächspartnerin oder Ihren Gesprächspartner.',
        code_needed:
            'Noch ein Schritt: Geben Sie den Code ein, den wir Ihnen geschickt haben. Es ist noch nichts gebucht.'
    },

    meeting: {
        confirmedTitle: 'Termin gebucht',
        confirmedHeading: 'Ihr Termin ist gebucht',
        title: 'Ihr Termin',
        heading: { scheduled: 'Ihr Termin', rescheduled: 'Ihr Termin', canceled: 'Dieser Termin ist abgesagt' },
        status: { scheduled: 'Geplant', rescheduled: 'Verschoben', canceled: 'Abgesagt' },
        statusLabel: 'Stand',
        recorded: 'Ihre Buchung ist gespeichert. Mehr ist nicht nötig.',
        emailed: (email) => `Wir senden die Einzelheiten an ${email}.`,
        hostTime: (timeZone) => `Zeit Ihrer Gesprächspartner (${timeZone})`,
        guests: 'Gäste',
        note: 'Hinweis',
        addToCalendar: 'In den Kalender',
        addTo: (calendar) => `In ${calendar} eintragen`,
        manage: 'Termin ansehen oder ändern',
        manageHelp:
            'Bewahren Sie die Adresse dieser Seite auf: Sie führt zurück zu Ihrem Termin. Geben Sie sie nicht weiter.',
        canceledHelp: 'Zu dieser Zeit findet nichts statt. Bitten Sie um einen neuen Link, um wieder zu buchen.',
        moved: 'Der Termin wurde auf die Zeit unten verschoben.',
        limits: {
            over: 'Dieser Termin ist vorbei.',
            tooLate: 'Für Änderungen ist es hier zu spät: Wenden Sie sich an Ihre Gesprächspartner.',
            movedOften: 'Hier lässt er sich nicht noch einmal verschieben: Wenden Sie sich an Ihre Gesprächspartner.',
            tooLateToMove: 'Zum Verschieben ist es hier zu spät: Wenden Sie sich an Ihre Gesprächspartner.',
            tooLateToCancel: 'Zum Absagen ist es hier zu spät: Wenden Sie sich an Ihre Gesprächspartner.'
        },
        rescheduleHeading: 'Andere Zeit wählen',
        reschedule: 'Termin verschieben',
        rescheduling: 'Wird verschoben …',
        cancelHeading: 'Termin absagen',
        cancelReason: 'Grund',
        cancelReasonHelp: 'Ihre Gesprächspartner lesen das.',
        cancel: 'Termin absagen',
        canceling: 'Wird abgesagt …'
    },

    closed: {
        used: {
            title: 'Link schon benutzt',
            heading: 'Dieser Link wurde schon benutzt',
            body: 'Er gilt für eine Buchung, und dieser Termin ist schon gebucht. Waren Sie das selbst, steht alles in der E-Mail, die wir Ihnen geschickt haben.',
            next: 'Bitten Sie für einen weiteren Termin um einen neuen Link.'
        },
        expired: {
            title: 'Link abgelaufen',
            heading: 'Dieser Link ist abgelaufen',
            body: 'Die Zeit, um damit zu buchen, ist vorbei. Es wurde nichts gebucht.',
            next: 'Bitten Sie um einen neuen Link.'
        },
        revoked: {
            title: 'Link zurückgezogen',
            heading: 'Dieser Link wurde zurückgezogen',
            body: 'Wer ihn gesendet hat, hat ihn zurückgenommen. Es wurde nichts gebucht.',
            next: 'Bitten Sie um einen neuen Link.'
        },
        inactive: {
            title: 'Link nicht verfügbar',
            heading: 'Dieser Link ist gerade nicht verfügbar',
            body: 'Damit können im Moment keine Termine gebucht werden. Es wurde nichts gebucht.',
            next: 'Fragen Sie, wann Sie es wieder versuchen können.'
        },
        unknown: {
            title: 'Seite nicht gefunden',
            heading: 'Diese Seite gibt es nicht',
            body: 'Der Link ist vielleicht unvollständig. Manche E-Mail-Programme trennen lange Links.',
            next: 'Kopieren Sie den ganzen Link aus Ihrer Nachricht und öffnen Sie ihn erneut, oder fragen Sie nach.'
        },
        unverifiable: {
            title: 'Versuchen Sie es in einer Minute erneut',
            heading: 'Dieser Link kann gerade nicht geprüft werden',
            body: 'Ihr Link ist vielleicht in Ordnung: Das System, das ihn kennt, ist nicht erreichbar. Es wurde nichts gebucht.',
            next: 'Behalten Sie den Link: Er gilt wieder, sobald wir ihn prüfen können.'
        }
    },

    contact: (company) => `Kontakt zu ${company}:`,
    resend: 'Termin per E-Mail zusenden',
    resendHelp: 'Wir senden die Einzelheiten noch einmal an die Adresse, mit der gebucht wurde.',
    askForLink: 'Um neuen Link bitten',
    askForLinkHelp: 'Wir sagen der Person Bescheid, von der dieser Link stammt. Sie schickt Ihnen einen neuen.',
    asked: {
        title: 'Bitte weitergeleitet',
        heading: 'Wir haben es weitergegeben',
        body: 'Die Person, von der dieser Link stammt, wurde um einen neuen gebeten.',
        next: 'Achten Sie auf ihre Nachricht. Diese Seite können Sie schließen.'
    },
    resent: {
        title: 'Unterwegs',
        heading: 'Falls es einen Termin gibt, ist eine Mail unterwegs',
        body: 'Wenn mit diesem Link ein Termin gebucht wurde, haben wir die Angaben an die Adresse geschickt, mit der er gebucht wurde.',
        next: 'Sehen Sie in einigen Minuten in Ihren Posteingang, auch in den Ordner für unerwünschte Mails.'
    },
    tryAgain: 'Erneut versuchen',
    retryAfter: (seconds) => `Nächster Versuch in ${formatDuration(Math.max(1, Math.ceil(seconds / 60)), 'de')}.`,
    reference: 'Kennung',

    failures: {
        meeting_not_found: {
            title: 'Termin nicht gefunden',
            heading: 'Diesen Termin gibt es nicht',
            body: 'Der Link ist vielleicht unvollständig. Manche E-Mail-Programme trennen lange Links.',
            next: 'Öffnen Sie den Link in Ihrer neuesten E-Mail noch einmal vollständig.'
        },
        stale_manage_token: {
            title: 'Dieser Termin wurde verschoben',
            heading: 'Dieser Termin wurde verschoben',
            body: 'Er wurde geändert, nachdem dieser Link gesendet wurde. Der Link öffnet ihn nicht mehr.',
            next: 'Benutzen Sie den Link in Ihrer neuesten E-Mail.'
        },
        rate_limited: {
            title: 'Zu viele Versuche',
            heading: 'Zu viele Versuche in kurzer Zeit',
            body: 'Zum Schutz der Buchungen begrenzen wir, wie oft eine Seite geöffnet werden kann.',
            next: 'Warten Sie einen Moment und versuchen Sie es erneut.'
        },
        service_unavailable: {
            title: 'Einen Moment bitte',
            heading: 'Wir können gerade nicht antworten',
            body: 'Nichts ist verloren: Was bestätigt wurde, bleibt bestätigt.',
            next: 'Versuchen Sie es gleich noch einmal. Wenn Sie gerade gebucht haben, senden Sie das Formular erneut oder öffnen Sie Ihren Link, um zu sehen, ob es geklappt hat.'
        },
        page_not_found: {
            title: 'Seite nicht gefunden',
            heading: 'Diese Seite gibt es nicht',
            body: 'Die Adresse ist vielleicht unvollständig.',
            next: 'Prüfen Sie die Adresse, oder öffnen Sie den Link aus Ihrer Nachricht noch einmal.'
        },
        internal_error: {
            title: 'Etwas ist schiefgegangen',
            heading: 'Bei uns ist etwas schiefgegangen',
            body: 'Wir haben den Fehler aufgezeichnet. Wenn Sie gerade gebucht haben, öffnen Sie Ihren Link noch einmal, um zu sehen, ob es geklappt hat.',
            next: 'Versuchen Sie es bitte in einer Minute erneut. Geschieht es wieder, nennen Sie die Kennung unten.'
        }
    }
};
