import { formatDuration } from './duration.ts';
import type { Texts } from './texts.ts';

/** Japanese texts. */
export const ja: Texts = {
    skipToContent: '本文へ移動',
    description: '時間を選んで面談を予約します。',
    language: '言語',
    footer: '予約システム',
    duration: (minutes) => formatDuration(minutes, 'ja'),
    optional: '（任意）',

    summary: {
        hosts: '担当者',
        duration: '所要時間',
        location: '場所',
        onlineLocation: 'オンライン。予約後にアドレスが表示されます。',
        when: '日時',
        otherDurations: '所要時間を選ぶ',
        oneOfMany: (count) => `${count}名のうち1名`
    },

    booking: {
        title: (company) => `${company}との面談を予約`,
        timesHeading: '時間を選んでください',
        detailsHeading: 'お客様の情報',
        submit: 'この面談を予約する',
        submitting: '予約しています…',
        privacy: (company) => `ご入力の内容は、この面談のために${company}に送られます。`
    },

    times: {
        zone: 'タイムゾーン',
        zoneSubmit: '時間を表示',
        previous: '前の日程',
        next: '次の日程',
        calendar: '空きのある日',
        noTimesThatDay: '空きなし',
        clocksChange: (timeZone) =>
            `この面談の前に${timeZone}では時刻の切り替えがあります。表示はその日の時計の時刻です。`,
        chosen: '選んだ時間',
        selected: '選択中の時間：',
        noneInRange: 'この期間に空きはありません。次の日程をご覧ください。',
        shownIn: (timeZone) => `時間を${timeZone}で表示しています。`,
        shownFor: (range) => `${range}の時間を表示しています。`,
        notLoaded: (timeZone) => `新しい時間を読み込めませんでした。引き続き${timeZone}で表示しています。`,
        nextAvailable: (day) => `${day}へ進む`
    },

    noTimes: {
        fully_booked: 'この期間はすべて埋まっています。次の日程をご覧ください。',
        no_working_hours: 'この期間に面談はありません。別の日程をご覧ください。',
        before_minimum_notice: 'この期間の受付は終了しました。次の日程をご覧ください。',
        outside_booking_window: 'この期間はまだ予約できません。前の日程をご覧ください。',
        daily_limit_reached: 'この期間はこれ以上予約を受け付けていません。別の日程をご覧ください。',
        no_host_available: 'この期間に対応できる担当者がいません。別の日程をご覧ください。',
        host_calendar_unreadable:
            '現在カレンダーを確認できないため、時間を表示できません。数分後にもう一度お試しください。'
    },

    fields: {
        firstName: '名',
        lastName: '姓',
        email: 'メールアドレス',
        company: '会社名',
        phone: '電話番号',
        knownEmail: (masked) => `空欄のままにすると、登録済みのアドレス（${masked}）を使います。`,
        knownPhone: (masked) => `空欄のままにすると、登録済みの番号（${masked}）を使います。`,
        guests: '同席者',
        guestsHelp: (max) => `1行に1つのメールアドレスを入力してください（${max}件まで）。`,
        choose: '回答を選択',
        emailCode: 'メールに記載された認証コード',
        emailCodeHelp: (email) => `${email} に認証コードをお送りしました。有効期間は 10 分です。`
    },

    errors: {
        titlePrefix: 'エラー：',
        heading: '入力内容をご確認ください',
        start: '時間を選んでください。',
        required: (label) => `${label}を入力してください。`,
        email: 'name@example.com のような形式でメールアドレスを入力してください。',
        phone: '+81 3 5550 0100 のように国番号から電話番号を入力してください。',
        tooLong: (max) => `${max}文字以内で入力してください。`,
        guests: '1行に1つ、name@example.com のような形式で入力してください。',
        tooManyGuests: (max) => `同席者は${max}名までです。`,
        choice: '回答を1つ選んでください。',
        consent: '予約するには同意が必要です。',
        otherCompany:
            'このリンクは別の会社の方のために作られています。会社のメールアドレスを使うか、ご自身用のリンクをご依頼ください。',
        otherAddress:
            'このリンクは特定の方のために作られています。リンクが届いたメールアドレスを使うか、ご自身用のリンクをご依頼ください。',
        codeNeeded: 'お送りした認証コードを入力してください。',
        codeWrong: '認証コードが正しくありません。最新のメールをご確認ください。',
        codeExpired: 'この認証コードは無効になりました。新しいコードをお送りします。',
        tooManyCodes: 'このリンクに送られた認証コードが多すぎます。1 時間後にもう一度お試しください。'
    },

    alerts: {
        slot_taken: 'この時間はたった今予約されました。リンクはまだ使えますので、別の時間を選んでください。',
        before_minimum_notice: 'この時間は直前のため予約できません。もっと後の時間を選んでください。',
        outside_booking_window: 'この時間は予約できません。表示されている時間から選んでください。',
        daily_limit_reached: 'この日はこれ以上予約を受け付けていません。別の日を選んでください。',
        no_host_available: 'この時間に対応できる担当者がいなくなりました。別の時間を選んでください。',
        host_calendar_unreadable:
            'カレンダーを確認できなかったため、予約されていません。1分後にもう一度お試しください。',
        salesforce_unavailable: 'リンクを確認できなかったため、予約されていません。1分後にもう一度お試しください。',
        rate_limited: '短時間に操作が集中しました。1分待ってから、もう一度送信してください。',
        booking_refused:
            'この予約はこちらではお受けできません。予約は行われていません。リンクを送った方にお問い合わせください。',
        human_check:
            'まだ予約されていません。自動プログラムでないことの確認が終わっていません。もう一度フォームを送信してください。',
        human_check_too_soon:
            'まだ予約されていません。お使いのブラウザではスクリプトが動作しないため、30 秒ほど待ってから、もう一度フォームを送信してください。',
        human_check_too_many:
            '予約は行われていません。この 1 時間にスクリプトなしの予約が多すぎました。JavaScript が使えるブラウザを使うか、後でもう一度お試しください。',
        invalid_request: 'まだ予約されていません。下の項目を修正してください。',
        new_time_taken: 'この時間はたった今予約されました。面談の日時は変わっていません。別の時間を選んでください。',
        too_late_to_change: 'この面談はここでは変更できない時期になりました。担当者にご連絡ください。',
        meeting_already_canceled: 'この面談はすでにキャンセルされています。',
        meeting_over: 'この面談は終了しているため、変更できません。',
        too_many_reschedules: '日時を変更できる回数を超えました。担当者にご連絡ください。',
        code_needed: 'あと一歩です。お送りした認証コードを入力してください。まだ予約は完了していません。'
    },

    meeting: {
        confirmedTitle: '面談の予約完了',
        confirmedHeading: '面談を予約しました',
        title: 'ご予約の面談',
        heading: {
            scheduled: 'ご予約の面談',
            rescheduled: 'ご予約の面談',
            canceled: 'この面談はキャンセルされました'
        },
        status: { scheduled: '予定', rescheduled: '日時変更済み', canceled: 'キャンセル済み' },
        statusLabel: '状態',
        recorded: '予約を受け付けました。ほかに必要な手続きはありません。',
        emailed: (email) => `詳細を${email}にお送りします。`,
        hostTime: (timeZone) => `担当者の時間（${timeZone}）`,
        guests: '同席者',
        note: 'ご注意',
        addToCalendar: 'カレンダーに追加',
        addTo: (calendar) => `${calendar} に追加`,
        manage: '面談の確認・変更',
        manageHelp:
            'このページのアドレスを保管してください。面談のページに戻るために必要です。他の方には渡さないでください。',
        canceledHelp: 'この時間に面談は行われません。もう一度予約するには、新しいリンクをお求めください。',
        moved: '面談の日時を下記に変更しました。',
        limits: {
            over: 'この面談は終了しました。',
            tooLate: 'ここで変更やキャンセルをするには遅すぎます。担当者にお問い合わせください。',
            movedOften: 'ここではこれ以上変更できません。担当者にお問い合わせください。',
            tooLateToMove: 'ここで変更するには遅すぎます。担当者にお問い合わせください。',
            tooLateToCancel: 'ここでキャンセルするには遅すぎます。担当者にお問い合わせください。'
        },
        rescheduleHeading: '別の時間を選ぶ',
        reschedule: '日時を変更する',
        rescheduling: '変更しています…',
        cancelHeading: 'この面談をキャンセル',
        cancelReason: '理由',
        cancelReasonHelp: '担当者に伝わります。',
        cancel: '面談をキャンセルする',
        canceling: 'キャンセルしています…'
    },

    closed: {
        used: {
            title: '使用済みのリンク',
            heading: 'このリンクはすでに使われました',
            body: 'このリンクで予約できるのは1回だけで、その面談はすでに予約されています。ご自身で予約された場合は、お送りしたメールに詳細があります。',
            next: '別の面談を予約するには、新しいリンクをお求めください。'
        },
        expired: {
            title: '期限切れのリンク',
            heading: 'このリンクの期限が切れました',
            body: '予約できる期間が過ぎています。予約は行われていません。',
            next: 'リンクの送り主に新しいリンクをお求めください。'
        },
        revoked: {
            title: '取り消されたリンク',
            heading: 'このリンクは取り消されました',
            body: '送り主がこのリンクを取り消しました。予約は行われていません。',
            next: '新しいリンクをお求めください。'
        },
        inactive: {
            title: '利用できないリンク',
            heading: 'このリンクは現在利用できません',
            body: '現在このリンクでは予約できません。予約は行われていません。',
            next: 'いつ利用できるか、リンクの送り主にお尋ねください。'
        },
        unknown: {
            title: 'ページが見つかりません',
            heading: 'このページは見つかりません',
            body: 'リンクが途中で切れている可能性があります。長いリンクを分割するメールソフトもあります。',
            next: 'メッセージからリンク全体をコピーして開き直すか、送り主にお尋ねください。'
        },
        unverifiable: {
            title: '1分後にもう一度お試しください',
            heading: '現在このリンクを確認できません',
            body: 'リンクは有効かもしれませんが、確認するためのシステムに接続できません。予約は行われていません。',
            next: 'リンクはそのまま保管してください。確認できるようになれば、また使えます。'
        }
    },

    contact: (company) => `${company}への連絡先：`,
    resend: '面談の詳細をメールで受け取る',
    resendHelp: '予約時のアドレスに詳細をもう一度お送りします。',
    askForLink: '新しいリンクを依頼する',
    askForLinkHelp: 'このリンクの送り主にお知らせします。新しいリンクは送り主から届きます。',
    asked: {
        title: '依頼を送信しました',
        heading: '依頼をお伝えしました',
        body: 'このリンクの送り主に新しいリンクをお願いしました。',
        next: '送り主からの連絡をお待ちください。このページは閉じて構いません。'
    },
    resent: {
        title: '送信しました',
        heading: 'ご予約がある場合は、メールをお送りしています',
        body: 'このリンクでミーティングが予約されている場合は、予約時のメールアドレスに詳細をお送りしました。',
        next: '数分後に受信トレイをご確認ください。迷惑メールフォルダーもご確認ください。'
    },
    tryAgain: 'もう一度試す',
    retryAfter: (seconds) =>
        `${formatDuration(Math.max(1, Math.ceil(seconds / 60)), 'ja')}後にもう一度お試しください。`,
    reference: '参照番号',

    failures: {
        meeting_not_found: {
            title: '面談が見つかりません',
            heading: 'この面談は見つかりません',
            body: 'リンクが途中で切れている可能性があります。長いリンクを分割するメールソフトもあります。',
            next: '最新のメールにあるリンク全体を開き直してください。'
        },
        stale_manage_token: {
            title: '面談の日時が変わりました',
            heading: '面談の日時が変わりました',
            body: 'このリンクが送られた後に変更されたため、このリンクでは開けません。',
            next: '最新のメールにあるリンクをお使いください。'
        },
        rate_limited: {
            title: 'アクセスが多すぎます',
            heading: '短時間のアクセスが多すぎます',
            body: '予約を守るため、ページを開ける回数に上限を設けています。',
            next: '少し待ってから、もう一度お試しください。'
        },
        service_unavailable: {
            title: '少々お待ちください',
            heading: 'ただいま応答できません',
            body: '確定した予約が失われることはありません。',
            next: 'しばらくしてからもう一度お試しください。予約の途中だった場合は、フォームをもう一度送信するか、リンクを開いて予約できているかご確認ください。'
        },
        page_not_found: {
            title: 'ページが見つかりません',
            heading: 'このページは見つかりません',
            body: 'アドレスが途中で切れている可能性があります。',
            next: 'アドレスを確認するか、メッセージのリンクを開き直してください。'
        },
        internal_error: {
            title: 'エラーが発生しました',
            heading: 'こちらの不具合でエラーが発生しました',
            body: '不具合を記録しました。予約の途中だった場合は、リンクを開き直して予約できたかご確認ください。',
            next: '1分後にもう一度お試しください。続く場合は、下の参照番号をお知らせください。'
        }
    }
};
