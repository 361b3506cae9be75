import { formatDuration } from './duration.ts';
import type { Texts } from './texts.ts';

/** Spanish texts. */
export const es: Texts = {
    skipToContent: 'Ir al contenido',
    description: 'Elija una hora y reserve su reunión.',
    language: 'Idioma',
    footer: 'Reservas con',
    duration: (minutes) => formatDuration(minutes, 'es'),
    optional: '(opcional)',

    summary: {
        hosts: 'Se reunirá con',
        duration: 'Duración',
        location: 'Lugar',
        onlineLocation: 'En línea. Verá la dirección después de reservar.',
        when: 'Cuándo',
        otherDurations: 'Elegir la duración',
        oneOfMany: (count) => `Una de ${count} personas`
    },

    booking: {
        title: (company) => `Reservar una reunión con ${company}`,
        timesHeading: 'Elija una hora',
        detailsHeading: 'Sus datos',
        submit: 'Reservar esta reunión',
        submitting: 'Reservando…',
        privacy: (company) => `Sus datos se envían a ${company} para esta reunión.`
    },

    times: {
        zone: 'Zona horaria',
        zoneSubmit: 'Mostrar horas',
        previous: 'Fechas anteriores',
        next: 'Fechas posteriores',
        calendar: 'Días con horas libres',
        noTimesThatDay: 'sin horas',
        clocksChange: (timeZone) =>
            `La hora cambia en ${timeZone} antes de esta reunión. Las horas mostradas son las del reloj de ese día.`,
        chosen: 'La hora que ha elegido',
        selected: 'Su hora:',
        noneInRange: 'No hay horas en estos días. Mire fechas posteriores.',
        shownIn: (timeZone) => `Las horas se muestran ahora en ${timeZone}.`,
        shownFor: (range) => `Horas del ${range}.`,
        notLoaded: (timeZone) =>
            `No se han podido cargar las horas nuevas. Las horas siguen mostrándose en ${timeZone}.`,
        nextAvailable: (day) => `Ir al ${day}`
    },

    noTimes: {
        fully_booked: 'Todas las horas de estos días están ocupadas. Mire fechas posteriores.',
        no_working_hours: 'En estos días no hay reuniones. Mire otras fechas.',
        before_minimum_notice: 'Ya es tarde para reservar en estos días. Mire fechas posteriores.',
        outside_booking_window: 'Estos días aún no se pueden reservar. Mire fechas anteriores.',
        daily_limit_reached: 'En estos días no se aceptan más reuniones. Mire otras fechas.',
        no_host_available: 'En estos días no hay nadie disponible. Mire otras fechas.',
        host_calendar_unreadable:
            'Ahora mismo no podemos leer el calendario, así que no podemos ofrecer horas con seguridad. Inténtelo de nuevo en unos minutos.'
    },

    fields: {
        firstName: 'Nombre',
        lastName: 'Apellidos',
        email: 'Correo electrónico',
        company: 'Empresa',
        phone: 'Número de teléfono',
        knownEmail: (masked) => `Déjelo vacío para usar ${masked}, la dirección que tenemos de usted.`,
        knownPhone: (masked) => `Déjelo vacío para usar el número que tenemos de usted: ${masked}.`,
        guests: 'Invitados',
        guestsHelp: (max) => `Una dirección de correo por línea, como máximo ${max}.`,
        choose: 'Elija una respuesta',
        emailCode: 'Código de su correo',
        emailCodeHelp: (email) => `Hemos enviado un código a ${email}. Es válido durante diez minutos.`
    },

    errors: {
        titlePrefix: 'Error:',
        heading: 'Revise sus respuestas',
        start: 'Elija una hora.',
        required: (label) => `${label}: rellene este campo.`,
        email: 'Escriba una dirección de correo, por ejemplo nombre@example.com.',
        phone: 'Escriba un número con el prefijo del país, por ejemplo +34 915 550 100.',
        tooLong: (max) => `Use ${max} caracteres como máximo.`,
        guests: 'Escriba una dirección de correo por línea, por ejemplo nombre@example.com.',
        tooManyGuests: (max) => `Como máximo ${max} invitados.`,
        choice: 'Elija una de las respuestas.',
        consent: 'Acepte esto para reservar.',
        otherCompany:
            'Este enlace se hizo para alguien de otra empresa. Use su dirección de empresa o pida un enlace propio.',
        otherAddress:
            'Este enlace se hizo para una sola persona. Use la dirección a la que se envió o pida un enlace propio.',
        codeNeeded: 'Introduzca el código que le hemos enviado.',
        codeWrong: 'Este código no es correcto. Mire su mensaje más reciente.',
        codeExpired: 'Este código ya no es válido. Le enviamos uno nuevo.',
        tooManyCodes: 'Se han enviado demasiados códigos para este enlace. Inténtelo dentro de una hora.'
    },

    alerts: {
        slot_taken: 'Alguien acaba de reservar esa hora. Su enlace sigue siendo válido: elija otra hora.',
        before_minimum_notice: 'Esa hora ya está demasiado cerca. Elija una posterior.',
        outside_booking_window: 'Esa hora no se puede reservar. Elija una de la lista.',
        daily_limit_reached: 'Ese día no se aceptan más reuniones. Elija otro día.',
        no_host_available: 'Ya no hay nadie libre a esa hora. Elija otra.',
        host_calendar_unreadable:
            'No hemos podido comprobar el calendario, así que no se ha reservado nada. Inténtelo de nuevo en un minuto.',
        salesforce_unavailable:
            'No hemos podido comprobar este enlace, así que no se ha reservado nada. Inténtelo de nuevo en un minuto.',
        rate_limited: 'Demasiados intentos en poco tiempo. Espere un minuto y envíe el formulario otra vez.',
        booking_refused:
            'No podemos aceptar esta reserva aquí; no se ha reservado nada. Póngase en contacto con la persona que le envió el enlace.',
        human_check:
            'Todavía no se ha reservado nada: su navegador no ha terminado de mostrar que usted no es un programa. Envíe el formulario otra vez.',
        human_check_too_soon:
            'Todavía no se ha reservado nada. Su navegador no ejecuta scripts: espere medio minuto y envíe el formulario otra vez.',
        human_check_too_many:
            'No se ha reservado nada. En la última hora han llegado demasiadas reservas sin scripts: use un navegador con JavaScript o inténtelo más tarde.',
        invalid_request: 'Todavía no se ha reservado nada. Corrija lo que está señalado abajo.',
        new_time_taken: 'Alguien acaba de reservar esa hora. Su reunión no ha cambiado: elija otra hora.',
        too_late_to_change: 'Ya es tarde para cambiar esta reunión aquí. Póngase en contacto con su interlocutor.',
        meeting_already_canceled: 'Esta reunión ya estaba cancelada.',
        meeting_over: 'Esta reunión ya ha pasado y no se puede cambiar.',
        too_many_reschedules:
            'Esta reunión se ha cambiado tantas veces como está permitido. Póngase en contacto con su interlocutor.',
        code_needed: 'Un paso más: introduzca el código que le hemos enviado. Todavía no hay nada reservado.'
    },

    meeting: {
        confirmedTitle: 'Reunión reservada',
        confirmedHeading: 'Su reunión está reservada',
        title: 'Su reunión',
        heading: { scheduled: 'Su reunión', rescheduled: 'Su reunión', canceled: 'Esta reunión está cancelada' },
        status: { scheduled: 'Prevista', rescheduled: 'Cambiada de hora', canceled: 'Cancelada' },
        statusLabel: 'Estado',
        recorded: 'Su reserva está guardada. No tiene que hacer nada más.',
        emailed: (email) => `Enviamos los detalles a ${email}.`,
        hostTime: (timeZone) => `Hora de su interlocutor (${timeZone})`,
        guests: 'Invitados',
        note: 'Tenga en cuenta',
        addToCalendar: 'Añadir al calendario',
        addTo: (calendar) => `Añadir a ${calendar}`,
        manage: 'Ver o cambiar esta reunión',
        manageHelp: 'Guarde la dirección de esta página: le devuelve a su reunión. No la comparta.',
        canceledHelp: 'A esta hora no habrá reunión. Pida un enlace nuevo para volver a reservar.',
        moved: 'La reunión se ha cambiado a la hora de abajo.',
        limits: {
            over: 'Esta reunión ya ha pasado.',
            tooLate: 'Es demasiado tarde para cambiar o cancelar aquí: hable con su interlocutor.',
            movedOften: 'Aquí no se puede cambiar otra vez: hable con su interlocutor.',
            tooLateToMove: 'Es demasiado tarde para cambiarla aquí: hable con su interlocutor.',
            tooLateToCancel: 'Es demasiado tarde para cancelarla aquí: hable con su interlocutor.'
        },
        rescheduleHeading: 'Elegir otra hora',
        reschedule: 'Cambiar la hora',
        rescheduling: 'Cambiando…',
        cancelHeading: 'Cancelar esta reunión',
        cancelReason: 'Motivo',
        cancelReasonHelp: 'Su interlocutor lo leerá.',
        cancel: 'Cancelar la reunión',
        canceling: 'Cancelando…'
    },

    closed: {
        used: {
            title: 'Enlace ya utilizado',
            heading: 'Este enlace ya se ha utilizado',
            body: 'Vale para una sola reserva, y esa reunión ya está reservada. Si fue usted, los detalles están en el correo que le enviamos.',
            next: 'Para otra reunión, pida un enlace nuevo.'
        },
        expired: {
            title: 'Enlace caducado',
            heading: 'Este enlace ha caducado',
            body: 'El plazo para reservar ha terminado. No se ha reservado nada.',
            next: 'Pida un enlace nuevo a quien se lo envió.'
        },
        revoked: {
            title: 'Enlace retirado',
            heading: 'Este enlace se ha retirado',
            body: 'Quien lo envió lo ha retirado. No se ha reservado nada.',
            next: 'Pídale un enlace nuevo.'
        },
        inactive: {
            title: 'Enlace no disponible',
            heading: 'Este enlace no está disponible ahora',
            body: 'Por el momento no se puede reservar con él. No se ha reservado nada.',
            next: 'Pregunte a quien se lo envió cuándo volver a intentarlo.'
        },
        unknown: {
            title: 'Página no encontrada',
            heading: 'No encontramos esta página',
            body: 'Puede que el enlace esté incompleto. Algunos programas de correo cortan los enlaces largos.',
            next: 'Copie el enlace entero de su mensaje y ábralo de nuevo, o pregunte a quien se lo envió.'
        },
        unverifiable: {
            title: 'Inténtelo de nuevo en un minuto',
            heading: 'Ahora mismo no podemos comprobar este enlace',
            body: 'Puede que su enlace sea válido: no podemos acceder al sistema que lo conoce. No se ha reservado nada.',
            next: 'Guarde el enlace: volverá a funcionar en cuanto podamos comprobarlo.'
        }
    },

    contact: (company) => `Contactar con ${company}:`,
    resend: 'Enviarme mi reunión por correo',
    resendHelp: 'Volvemos a enviar los detalles a la dirección con la que se reservó.',
    askForLink: 'Pedir un enlace nuevo',
    askForLinkHelp: 'Avisamos a quien le envió este enlace. Le enviará uno nuevo.',
    asked: {
        title: 'Solicitud enviada',
        heading: 'Hemos pasado su solicitud',
        body: 'Hemos pedido un enlace nuevo a quien le envió este.',
        next: 'Espere su mensaje. Puede cerrar esta página.'
    },
    resent: {
        title: 'En camino',
        heading: 'Si hay una reunión, un mensaje está en camino',
        body: 'Si con este enlace se reservó una reunión, hemos enviado los datos a la dirección con la que se reservó.',
        next: 'Mire dentro de unos minutos su bandeja de entrada, y también la carpeta de correo no deseado.'
    },
    tryAgain: 'Intentar de nuevo',
    retryAfter: (seconds) =>
        `Puede intentarlo de nuevo en ${formatDuration(Math.max(1, Math.ceil(seconds / 60)), 'es')}.`,
    reference: 'Referencia',

    failures: {
        meeting_not_found: {
            title: 'Reunión no encontrada',
            heading: 'No encontramos esta reunión',
            body: 'Puede que el enlace esté incompleto. Algunos programas de correo cortan los enlaces largos.',
            next: 'Abra de nuevo, entero, el enlace de su correo más reciente.'
        },
        stale_manage_token: {
            title: 'Esta reunión ha cambiado de hora',
            heading: 'Esta reunión ha cambiado de hora',
            body: 'Se modificó después de enviarse este enlace, que ya no la abre.',
            next: 'Use el enlace de su correo más reciente.'
        },
        rate_limited: {
            title: 'Demasiados intentos',
            heading: 'Demasiados intentos en poco tiempo',
            body: 'Para proteger las reservas limitamos cuántas veces se puede abrir una página.',
            next: 'Espere un momento e inténtelo de nuevo.'
        },
        service_unavailable: {
            title: 'Un momento, por favor',
            heading: 'No podemos responder en este momento',
            body: 'No se ha perdido nada: lo confirmado sigue confirmado.',
            next: 'Inténtelo de nuevo en un momento. Si estaba reservando, envíe el formulario otra vez o abra su enlace para ver si la reserva se hizo.'
        },
        page_not_found: {
            title: 'Página no encontrada',
            heading: 'No encontramos esta página',
            body: 'Puede que la dirección esté incompleta.',
            next: 'Compruebe la dirección o abra de nuevo el enlace de su mensaje.'
        },
        internal_error: {
            title: 'Algo ha fallado',
            heading: 'Algo ha fallado por nuestra parte',
            body: 'Hemos registrado el fallo. Si estaba reservando, abra de nuevo su enlace para ver si la reserva se hizo.',
            next: 'Inténtelo de nuevo en un minuto. Si vuelve a ocurrir, indique la referencia de abajo.'
        }
    }
};
