import { inflateRawSync } from 'node:zlib';

/** An archive that cannot be read. */
export class ZipError extends Error {
    override readonly name = 'ZipError';
}

/** What the Metadata API takes at most. */
const MOST_FILES = 10_000;
const LARGEST_UNZIPPED = 400 * 1024 * 1024;

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_ENTRY = 0x04034b50;
const END_LENGTH = 22;
const LONGEST_COMMENT = 0xffff;
const STORED = 0;
const DEFLATED = 8;
const ENCRYPTED = 1;

/** Reads the files of a zip archive, by their path; folders are left out. @throws ZipError */
export function readZip(archive: Buffer): Map<string, Buffer> {
    try {
        return readFiles(archive);
    } catch (error) {
        // Offsets beyond the end, and streams that do not inflate.
        if (/^(Z_|ERR_OUT_OF_RANGE|ERR_BUFFER_)/.test((error as NodeJS.ErrnoException).code ?? '')) {
            throw new ZipError('The zip archive is damaged', { cause: error });
        }
        throw error;
    }
}

function readFiles(archive: Buffer): Map<string, Buffer> {
    const end = findEnd(archive);
    const count = archive.readUInt16LE(end + 10);
    if (count > MOST_FILES) throw new ZipError(`The zip archive has more than ${MOST_FILES} files`);
    const files = new Map<string, Buffer>();
    let at = archive.readUInt32LE(end + 16);
    let room = LARGEST_UNZIPPED;
    for (let index = 0; index < count; index += 1) {
        const entry = readEntry(archive, at);
        if (!entry.path.endsWith('/')) {
            refuseUnsafe(entry.path);
            const content = readContent(archive, entry, room);
            room -= content.length;
            files.set(entry.path, content);
        }
        at = entry.next;
    }
    return files;
}

function findEnd(archive: Buffer): number {
    const first = Math.max(0, archive.length - END_LENGTH - LONGEST_COMMENT);
    for (let at = archive.length - END_LENGTH; at >= first; at -= 1) {
        if (archive.readUInt32LE(at) === END_OF_DIRECTORY) return at;
    }
    throw new ZipError('This is not a zip archive');
}

interface Entry {
    path: string;
    flags: number;
    method: number;
    packedSize: number;
    size: number;
    /** Where the file's own header stands. */
    offset: number;
    /** Where the next entry of the directory stands. */
    next: number;
}

function readEntry(archive: Buffer, at: number): Entry {
    if (archive.readUInt32LE(at) !== DIRECTORY_ENTRY) throw new ZipError('The zip archive is damaged');
    const nameLength = archive.readUInt16LE(at + 28);
    const name = at + 46;
    return {
        path: archive
            .subarray(name, name + nameLength)
            .toString('utf8')
            .replaceAll('\\', '/'),
        flags: archive.readUInt16LE(at + 8),
        method: archive.readUInt16LE(at + 10),
        packedSize: archive.readUInt32LE(at + 20),
        size: archive.readUInt32LE(at + 24),
        offset: archive.readUInt32LE(at + 42),
        next: name + nameLength + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32)
    };
}

/** Nothing is written to disk, but a path that climbs is no metadata either. */
function refuseUnsafe(path: string): void {
    if (path.startsWith('/') || path.split('/').includes('..')) throw new ZipError(`${path} is not a path of metadata`);
}

function readContent(archive: Buffer, { path, flags, method, packedSize, size, offset }: Entry, room: number): Buffer {
    if (flags & ENCRYPTED) throw new ZipError(`${path} is encrypted`);
    if (size > room) throw new ZipError('The zip archive is too large');
    if (archive.readUInt32LE(offset) !== LOCAL_ENTRY) throw new ZipError('The zip archive is damaged');
    const start = offset + 30 + archive.readUInt16LE(offset + 26) + archive.readUInt16LE(offset + 28);
    const packed = archive.subarray(start, start + packedSize);
    if (method === STORED) return packed;
    if (method !== DEFLATED) throw new ZipError(`${path} is packed in a way the dev org does not support`);
    const content = inflateRawSync(packed, { maxOutputLength: Math.max(size, 1) });
    if (content.length !== size) throw new ZipError('The zip archive is damaged');
    return content;
}
