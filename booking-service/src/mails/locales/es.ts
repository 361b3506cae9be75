import { formatDuration } from '../../pages/locales/duration.ts';
import type { MailTexts } from './mailTexts.ts';

/** Spanish texts of mails. */
export const es: MailTexts = {
    duration: (minutes) => formatDuration(minutes, 'es'),
    list: (names) => new Intl.ListFormat('es').format(names),

    subject: {
        confirmation: (what, when) => `Reservada: ${what}, ${when}`,
        reschedule: (what, when) => `Cambiada: ${what}, ahora ${when}`,
        cancellation: (what, when) => `Cancelada: ${what}, ${when}`,
        reassignment: (what, when) => `Cambio de anfitrión: ${what}, ${when}`,
        reminder: (what, when) => `Recordatorio: ${what}, ${when}`,
        resend: (what, when) => `Su reunión: ${what}, ${when}`,
        code: (code) => `${code} es su código`
    },
    titleWith: (title, names) => `${title} con ${names}`,

    hello: (name) => `Hola, ${name}:`,

    prospect: {
        confirmation: {
            heading: 'Su reunión está reservada',
            intro: (hosts) => `Se reunirá con ${hosts}. Aquí tiene todo lo que necesita.`
        },
        reschedule: {
            heading: 'Su reunión ha cambiado de hora',
            intro: (hosts) => `Su reunión con ${hosts} tiene lugar ahora a la hora que se indica abajo.`
        },
        cancellation: {
            heading: 'Su reunión está cancelada',
            intro: (hosts) => `Su reunión con ${hosts} no tendrá lugar.`
        },
        reassignment: {
            heading: 'Se reunirá con otra persona',
            intro: (hosts) => `Ahora se reunirá con ${hosts}. La hora sigue siendo la misma.`
        },
        reminder: {
            heading: 'Su reunión se acerca',
            intro: (hosts) => `Le recordamos su reunión con ${hosts}.`
        },
        resend: {
            heading: 'Su reunión',
            intro: (hosts) => `Aquí tiene de nuevo los datos de su reunión con ${hosts}.`
        }
    },

    guest: {
        confirmation: {
            heading: 'Le han invitado a una reunión',
            intro: (prospect, hosts) =>
                `${prospect} ha reservado una reunión con ${hosts} y le ha incluido entre los invitados.`
        },
        reschedule: {
            heading: 'Una reunión a la que está invitado ha cambiado de hora',
            intro: (prospect, hosts) =>
                `La reunión de ${prospect} con ${hosts} tiene lugar ahora a la hora que se indica abajo.`
        },
        cancellation: {
            heading: 'Una reunión a la que estaba invitado está cancelada',
            intro: (prospect, hosts) => `La reunión de ${prospect} con ${hosts} no tendrá lugar.`
        },
        reassignment: {
            heading: 'Una reunión a la que está invitado cambia de anfitrión',
            intro: (prospect, hosts) => `${prospect} se reunirá ahora con ${hosts}. La hora sigue siendo la misma.`
        },
        reminder: {
            heading: 'Una reunión a la que está invitado se acerca',
            intro: (prospect, hosts) => `Le recordamos la reunión de ${prospect} con ${hosts}.`
        }
    },

    team: {
        confirmation: {
            heading: 'Nueva reunión',
            intro: (prospect) => `${prospect} ha reservado una reunión con usted.`
        },
        reschedule: {
            heading: 'Reunión cambiada de hora',
            intro: (prospect) => `Su reunión con ${prospect} tiene otra hora.`
        },
        cancellation: {
            heading: 'Reunión cancelada',
            intro: (prospect) => `Su reunión con ${prospect} no tendrá lugar. La hora vuelve a estar libre.`
        },
        reassignment: {
            heading: 'Cambio de anfitrión',
            intro: (prospect, hosts) => `La reunión con ${prospect} corre ahora a cargo de ${hosts}.`
        },
        handedOver: {
            heading: 'Una reunión ha salido de su calendario',
            intro: (prospect, hosts) =>
                `La reunión con ${prospect} corre ahora a cargo de ${hosts}. Su hora vuelve a estar libre.`
        },
        reminder: {
            heading: 'Reunión próxima',
            intro: (prospect) => `Le recordamos su reunión con ${prospect}.`
        }
    },

    facts: {
        when: 'Cuándo',
        before: 'Antes',
        duration: 'Duración',
        where: 'Dónde',
        hosts: 'Con',
        guests: 'Invitados',
        prospect: 'Reservada por',
        email: 'Correo electrónico',
        phone: 'Número de teléfono',
        company: 'Empresa',
        reason: 'Motivo'
    },

    forwarded: 'Ha reservado una persona distinta de aquella para la que se hizo el enlace.',

    actions: {
        manage: 'Ver o cambiar esta reunión',
        salesforce: 'Abrir en Salesforce',
        addTo: 'Añadir al calendario:',
        google: 'Google',
        outlook: 'Outlook.com',
        microsoft365: 'Microsoft 365'
    },
    manageHelp:
        'El botón es solo para usted: quien tenga este mensaje puede cambiar o cancelar la reunión. Los mensajes anteriores dejan de valer cuando cambia de hora.',
    attached: 'El archivo adjunto añade la reunión a cualquier calendario y la mantiene al día.',
    bookAgain: 'Para buscar otra hora, pida un enlace nuevo a su anfitrión.',

    code: {
        heading: 'Su código',
        intro: 'Introduzca este código en la página de reserva para reservar su reunión.',
        validity: (minutes) => `Es válido durante ${formatDuration(minutes, 'es')} y para un solo enlace.`,
        notAsked:
            'Si no quería reservar una reunión, alguien tiene su enlace: no comparta el código. No tiene que hacer nada más.'
    },

    footer: (company) => `Enviado para ${company} por Admit One.`
};
