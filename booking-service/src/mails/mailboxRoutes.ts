import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Router } from 'express';
import type { Request, Response } from 'express';
import { Problem } from '../problem/problem.ts';
import type { LocalMail, LocalMailbox } from './localMailbox.ts';
import { mailboxPage } from './mailboxPage.ts';

const STYLES = readFileSync(path.join(import.meta.dirname, 'mailbox.css'), 'utf8');

/** A mail is shown in a frame of its own that may load nothing and run nothing; its links open beside it. */
const FRAME_POLICY =
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; " +
    'sandbox allow-popups allow-popups-to-escape-sandbox';

/** `/mailbox`: the mails that were not sent because there is no mail server. Exists on this machine alone. */
export function mailboxRoutes(mailbox: LocalMailbox): Router {
    const router = Router();
    router.get('/mailbox', async (_req, res) => {
        const mails = await mailbox.list();
        const [newest] = mails;
        sendPage(res, mailboxPage({ mails, shown: newest && (await mailbox.find(newest.id)) }));
    });
    router.get('/mailbox/mailbox.css', (_req, res) => void res.type('text/css').send(STYLES));
    router.get('/mailbox/:id', async (req, res) => {
        sendPage(res, mailboxPage({ mails: await mailbox.list(), shown: await getMail(mailbox, req) }));
    });
    router.get('/mailbox/:id/html', async (req, res) => {
        const { html } = await getMail(mailbox, req);
        res.set({ 'Content-Security-Policy': FRAME_POLICY, 'X-Frame-Options': 'SAMEORIGIN' })
            .type('html')
            .send(html.replace('<head>', '<head><base target="_blank" />'));
    });
    router.get('/mailbox/:id/mail.eml', async (req, res) => {
        const { source } = await getMail(mailbox, req);
        res.type('message/rfc822').set('Content-Disposition', 'attachment; filename="mail.eml"').send(source);
    });
    return router;
}

async function getMail(mailbox: LocalMailbox, req: Request): Promise<LocalMail> {
    const id = Number(req.params['id']);
    const mail = Number.isSafeInteger(id) ? await mailbox.find(id) : undefined;
    if (!mail) throw new Problem('not_found');
    return mail;
}

function sendPage(res: Response, page: string): void {
    const policy = String(res.getHeader('Content-Security-Policy'));
    res.set('Content-Security-Policy', `${policy};frame-src 'self'`).type('html').send(page);
}
