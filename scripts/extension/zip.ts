import { crc32, deflateRawSync } from 'node:zlib';

export interface ZipEntry {
    /** Path inside the archive, with forward slashes. */
    name: string;
    content: Uint8Array;
}

/** 1980-01-01 00:00, the first moment the format knows: the same files make the same bytes on any day. */
const DOS_DATE = 0x0021;
const DOS_TIME = 0;
const VERSION = 20;
const DEFLATED = 8;
/** Names are UTF-8. */
const FLAGS = 0x0800;

/** An archive of the entries, by name; the same entries always give the same bytes. */
export function zip(entries: readonly ZipEntry[]): Buffer {
    const files: Buffer[] = [];
    const directory: Buffer[] = [];
    let offset = 0;
    for (const { name, content } of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
        const nameBytes = Buffer.from(name, 'utf8');
        const packed = deflateRawSync(content, { level: 9 });
        const common = commonFields(content, packed, nameBytes.length);
        const file = Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4]), common, nameBytes, packed]);
        directory.push(directoryEntry(common, nameBytes, offset));
        files.push(file);
        offset += file.length;
    }
    const central = Buffer.concat(directory);
    return Buffer.concat([...files, central, endRecord(entries.length, central.length, offset)]);
}

/** What the header of a file and its line in the directory both say. */
function commonFields(content: Uint8Array, packed: Buffer, nameLength: number): Buffer {
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(VERSION, 0);
    fields.writeUInt16LE(FLAGS, 2);
    fields.writeUInt16LE(DEFLATED, 4);
    fields.writeUInt16LE(DOS_TIME, 6);
    fields.writeUInt16LE(DOS_DATE, 8);
    fields.writeUInt32LE(crc32(content), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(content.length, 18);
    fields.writeUInt16LE(nameLength, 22);
    return fields;
}

function directoryEntry(common: Buffer, name: Buffer, offset: number): Buffer {
    const madeBy = Buffer.alloc(2);
    madeBy.writeUInt16LE(VERSION);
    // Comment length, disk and attributes stay 0.
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    return Buffer.concat([Buffer.from([0x50, 0x4b, 1, 2]), madeBy, common, rest, name]);
}

function endRecord(count: number, size: number, offset: number): Buffer {
    const end = Buffer.alloc(22);
    end.writeUInt32BE(0x504b0506, 0);
    end.writeUInt16LE(count, 8);
    end.writeUInt16LE(count, 10);
    end.writeUInt32LE(size, 12);
    end.writeUInt32LE(offset, 16);
    return end;
}
