/** Run as a process: one replica that does nothing but send the mails of a database, until it is killed. */
import pino from 'pino';
import { connectDatabase } from '../src/database/database.ts';
import { MailComposer } from '../src/mails/mailComposer.ts';
import { MailStore } from '../src/mails/mailStore.ts';
import { MailWorker } from '../src/mails/mailWorker.ts';
import { OneTimeCodes } from '../src/mails/oneTimeCodes.ts';
import { smtpTransport } from '../src/mails/smtpTransport.ts';
import { MeetingStore } from '../src/meetings/meetingStore.ts';
import { DefinitionStore } from '../src/mirror/definitionStore.ts';

const [, , databaseUrl = '', smtpUrl = ''] = process.argv;
const connection = connectDatabase(databaseUrl, { maxConnections: 4 });
const { db } = connection;
const logger = pino({ level: 'silent' });
const worker = new MailWorker({
    store: new MailStore(db),
    composer: new MailComposer({
        db,
        meetings: new MeetingStore(db),
        definitions: new DefinitionStore(connection, logger),
        codes: new OneTimeCodes(db),
        publicUrl: new URL('https://book.nexora.example'),
        salesforceUrl: 'https://nexora.my.salesforce.example',
        from: { name: 'Nexora Systems', address: 'bookings@nexora.example' }
    }),
    transport: smtpTransport(new URL(smtpUrl)),
    logger,
    pollMs: 20
});
worker.start();
