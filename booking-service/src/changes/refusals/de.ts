import type { RefusalWords } from './refusalWords.ts';

export const DE: RefusalWords = {
    byCode: {
        meeting_not_found: 'Der Buchungsdienst kennt diesen Termin nicht: Er wurde nicht über ihn gebucht.',
        meeting_already_canceled: 'Der Termin ist bereits abgesagt, das geht also nicht mehr.',
        meeting_over: 'Der Termin ist abgeschlossen oder niemand ist erschienen, das geht also nicht mehr.',
        slot_taken:
            'Ein Gastgeber ist zu dieser Zeit durch einen anderen Termin oder dessen Puffer belegt. Wählen Sie eine andere Zeit.',
        no_host_available: 'Niemand kann den Termin dann übernehmen. Wählen Sie einen anderen Gastgeber.',
        daily_limit_reached:
            'Die Terminart erlaubt an diesem Tag oder in dieser Woche keine weiteren Termine. Wählen Sie einen anderen Tag.',
        host_calendar_unreadable:
            'Der Kalender eines Gastgebers kann gerade nicht gelesen werden. Versuchen Sie es in einigen Minuten erneut.',
        salesforce_unavailable:
            'Salesforce hat dem Buchungsdienst nicht geantwortet. Versuchen Sie es in einer Minute erneut.',
        service_unavailable: 'Der Buchungsdienst wurde unterbrochen. Versuchen Sie es in einer Minute erneut.',
        internal_error:
            'Der Buchungsdienst ist gescheitert; sein Betreiber findet den Grund im Protokoll. Versuchen Sie es später erneut.'
    },
    byKind: {
        Reschedule: {
            meeting_already_canceled:
                'Ein abgesagter Termin kann nicht verschoben werden. Erstellen Sie einen Ersatzlink, damit der Interessent neu buchen kann.',
            meeting_over:
                'Ein abgeschlossener Termin oder einer, zu dem niemand erschien, kann nicht verschoben werden. Nehmen Sie „Nicht erschienen“ zurück oder erstellen Sie einen Ersatzlink.'
        },
        Reassign: {
            meeting_already_canceled: 'Ein abgesagter Termin braucht keinen anderen Gastgeber.',
            meeting_over:
                'Ein abgeschlossener Termin oder einer, zu dem niemand erschien, wechselt den Gastgeber nicht. Nehmen Sie zuerst „Nicht erschienen“ zurück.',
            slot_taken:
                'Der neue Gastgeber ist zu dieser Zeit durch einen anderen Termin oder dessen Puffer belegt. Wählen Sie einen anderen oder verschieben Sie zuerst den Termin.',
            no_host_available:
                'Der neue Gastgeber ist nicht aktiv oder gehört zu keinem Buchungslink oder Pool. Wählen Sie jemanden, der es ist.'
        },
        Cancel: {
            meeting_already_canceled: 'Der Termin ist bereits abgesagt; es wurde nichts geändert.',
            meeting_over:
                'Ein abgeschlossener Termin oder einer, zu dem niemand erschien, kann nicht abgesagt werden. Nehmen Sie zuerst „Nicht erschienen“ zurück.'
        },
        'No-Show': {
            meeting_already_canceled: 'Ein abgesagter Termin kann nicht als nicht erschienen markiert werden.'
        },
        'Undo No-Show': {
            meeting_already_canceled: 'Bei einem abgesagten Termin gibt es kein „Nicht erschienen“ zurückzunehmen.'
        },
        Complete: { meeting_already_canceled: 'Ein abgesagter Termin kann nicht abgeschlossen werden.' },
        Replace: {},
        'Retry Sync': {}
    },
    reasons: {
        not_begun: 'Der Termin hat noch nicht begonnen.',
        no_no_show: 'Der Termin ist nicht als nicht erschienen markiert.',
        marked_already: 'Der Termin ist bereits so markiert.',
        hosts_already: 'Diese Person ist bereits Gastgeber des Termins. Wählen Sie eine andere.',
        past_time: 'Wählen Sie eine neue Zeit in der Zukunft.',
        not_replaceable: 'Nur ein abgesagter Termin oder einer, zu dem niemand erschien, bekommt einen neuen Link.',
        replaced_already: 'Der Link dieses Termins hat bereits einen Nachfolger: {0}, zu finden im Verlauf der Links.',
        no_token: 'Die Anfrage enthält kein Token eines neuen Links. Fordern Sie den Ersatz erneut an.',
        link_refused:
            'Salesforce lehnt den neuen Link ab ({0}). Kopieren Sie einen von Hand oder bitten Sie einen Administrator, nachzusehen.',
        unknown_act: 'Der Buchungsdienst kennt die Aktion „{0}“ nicht. Aktualisieren Sie ihn zuerst.'
    },
    other: 'Der Buchungsdienst lehnt das ab ({0}).'
};
