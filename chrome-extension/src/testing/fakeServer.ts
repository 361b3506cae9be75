/** A request as the server of a test saw it. */
export interface SeenRequest {
    method: string;
    url: string;
    headers: Headers;
    body: string;
}

type Answer = (request: SeenRequest) => Response | Promise<Response>;

/** Stands in for the network: `answer` decides, `requests` remembers. */
export function fakeServer(answer: Answer): { fetch: typeof fetch; requests: SeenRequest[] } {
    const requests: SeenRequest[] = [];
    return {
        requests,
        fetch: async (input, init) => {
            const { method = 'GET', headers, body, signal } = init ?? {};
            const url = input instanceof Request ? input.url : String(input);
            const request = { method, url, headers: new Headers(headers), body: textOf(body) };
            requests.push(request);
            signal?.throwIfAborted();
            return answer(request);
        }
    };
}

function textOf(body: BodyInit | null | undefined): string {
    if (body instanceof URLSearchParams) return body.toString();
    return typeof body === 'string' ? body : '';
}

/** A JSON answer. */
export function jsonAnswer(value: unknown, status = 200): Response {
    return new Response(JSON.stringify(value), { status, headers: { 'Content-Type': 'application/json' } });
}
