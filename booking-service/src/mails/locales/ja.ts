import { formatDuration } from '../../pages/locales/duration.ts';
import type { MailTexts } from './mailTexts.ts';

/** Japanese texts of mails. */
export const ja: MailTexts = {
    duration: (minutes) => formatDuration(minutes, 'ja'),
    list: (names) => new Intl.ListFormat('ja').format(names),

    subject: {
        confirmation: (what, when) => `予約完了：${what}、${when}`,
        reschedule: (what, when) => `日時変更：${what}、新しい日時 ${when}`,
        cancellation: (what, when) => `キャンセル：${what}、${when}`,
        reassignment: (what, when) => `担当者の変更：${what}、${when}`,
        reminder: (what, when) => `リマインダー：${what}、${when}`,
        resend: (what, when) => `ご予約の内容：${what}、${when}`,
        code: (code) => `認証コード：${code}`
    },
    titleWith: (title, names) => `${title}（${names}）`,

    hello: (name) => `${name} 様`,

    prospect: {
        confirmation: {
            heading: 'ミーティングの予約が完了しました',
            intro: (hosts) => `${hosts}とのミーティングを予約しました。詳細は以下のとおりです。`
        },
        reschedule: {
            heading: 'ミーティングの日時が変わりました',
            intro: (hosts) => `${hosts}とのミーティングは、以下の日時に変わりました。`
        },
        cancellation: {
            heading: 'ミーティングはキャンセルされました',
            intro: (hosts) => `${hosts}とのミーティングは行われません。`
        },
        reassignment: {
            heading: '担当者が変わりました',
            intro: (hosts) => `ミーティングのお相手は${hosts}に変わりました。日時に変更はありません。`
        },
        reminder: {
            heading: 'まもなくミーティングです',
            intro: (hosts) => `${hosts}とのミーティングのお知らせです。`
        },
        resend: {
            heading: 'ご予約のミーティング',
            intro: (hosts) => `${hosts}とのミーティングの詳細を再度お送りします。`
        }
    },

    guest: {
        confirmation: {
            heading: 'ミーティングに招待されました',
            intro: (prospect, hosts) =>
                `${prospect}様が${hosts}とのミーティングを予約し、あなたをゲストとして招待しました。`
        },
        reschedule: {
            heading: '招待されたミーティングの日時が変わりました',
            intro: (prospect, hosts) => `${prospect}様と${hosts}とのミーティングは、以下の日時に変わりました。`
        },
        cancellation: {
            heading: '招待されたミーティングはキャンセルされました',
            intro: (prospect, hosts) => `${prospect}様と${hosts}とのミーティングは行われません。`
        },
        reassignment: {
            heading: '招待されたミーティングの担当者が変わりました',
            intro: (prospect, hosts) => `${prospect}様のお相手は${hosts}に変わりました。日時に変更はありません。`
        },
        reminder: {
            heading: 'まもなく招待されたミーティングです',
            intro: (prospect, hosts) => `${prospect}様と${hosts}とのミーティングのお知らせです。`
        }
    },

    team: {
        confirmation: {
            heading: '新しいミーティング',
            intro: (prospect) => `${prospect}様がミーティングを予約しました。`
        },
        reschedule: {
            heading: 'ミーティングの日時変更',
            intro: (prospect) => `${prospect}様とのミーティングの日時が変わりました。`
        },
        cancellation: {
            heading: 'ミーティングのキャンセル',
            intro: (prospect) => `${prospect}様とのミーティングは行われません。この時間は空きになりました。`
        },
        reassignment: {
            heading: '担当者の変更',
            intro: (prospect, hosts) => `${prospect}様とのミーティングは${hosts}が担当します。`
        },
        handedOver: {
            heading: 'ミーティングの担当から外れました',
            intro: (prospect, hosts) =>
                `${prospect}様とのミーティングは${hosts}が担当します。この時間は空きになりました。`
        },
        reminder: {
            heading: 'まもなくミーティングです',
            intro: (prospect) => `${prospect}様とのミーティングのお知らせです。`
        }
    },

    facts: {
        when: '日時',
        before: '変更前',
        duration: '所要時間',
        where: '場所',
        hosts: '担当者',
        guests: 'ゲスト',
        prospect: '予約者',
        email: 'メールアドレス',
        phone: '電話番号',
        company: '会社名',
        reason: '理由'
    },

    forwarded: 'リンクの宛先とは別の方が予約しました。',

    actions: {
        manage: 'ミーティングの確認・変更',
        salesforce: 'Salesforce で開く',
        addTo: 'カレンダーに追加：',
        google: 'Google',
        outlook: 'Outlook.com',
        microsoft365: 'Microsoft 365'
    },
    manageHelp:
        'このボタンはご本人専用です。このメールを持つ人は誰でもミーティングを変更またはキャンセルできます。日時が変わると、以前のメールのボタンは使えなくなります。',
    attached: '添付ファイルを開くと、お使いのカレンダーにミーティングを登録し、最新の状態に保てます。',
    bookAgain: '別の日時をご希望の場合は、担当者に新しいリンクをご依頼ください。',

    code: {
        heading: '認証コード',
        intro: '予約ページでこのコードを入力すると、ミーティングを予約できます。',
        validity: (minutes) => `有効期間は${formatDuration(minutes, 'ja')}、1 つのリンクに限り有効です。`,
        notAsked:
            'ミーティングの予約に心当たりがない場合は、誰かがあなたのリンクを持っています。コードを他の人に教えないでください。ほかに必要な操作はありません。'
    },

    footer: (company) => `${company} に代わって Admit One が送信しました。`
};
