import FlyingSocks
import Foundation

/// A connection for one request and its response; it is closed after them (RFC 9112, section 9.6).
struct HTTPConnection: Sendable {
    let socket: AsyncSocket

    /// The longest head of a request, in bytes. The limit is checked before anything else.
    static let headLimit = 8192
    /// The longest body of a request, in bytes: twice what a text of the editor can have in a form.
    static let bodyLimit = 4 * 1024 * 1024
    /// The time that a client has to send a head, and to receive a response.
    static let patience = Duration.seconds(30)
    /// Reads a request, answers it, and closes the connection.
    func serve(_ answer: @Sendable @escaping (HTTPRequest) async -> HTTPResponse) async {
        defer { try? socket.close() }
        do {
            let response: HTTPResponse
            var isWithoutBody = false
            do {
                let request = try await Self.within(Self.patience) { try await read() }
                isWithoutBody = request.method == "HEAD"
                response = await answer(request)
            } catch let problem as HTTPRequest.Problem {
                response = .text(problem.status, problem.text + "\n")
            }
            try await send(isWithoutBody ? response.withoutBody : response)
        } catch {
            // The client is gone, or the preview stops: there is nobody to tell.
        }
    }

    /// Reads a request. Only forms have a body that anyone looks at.
    private func read() async throws -> HTTPRequest {
        var (request, rest) = try await readHead()
        guard request.method == "POST" else { return request }
        let length = try request.bodyLength(limit: Self.bodyLimit)
        while rest.count < length { rest += try await socket.read(atMost: min(length - rest.count, 65_536)) }
        request.body = Array(rest.prefix(length))
        return request
    }

    /// Reads a head, and whatever came with it of the body.
    private func readHead() async throws -> (request: HTTPRequest, rest: [UInt8]) {
        var head: [UInt8] = []
        while true {
            head += try await socket.read(atMost: 4096)
            if let end = Self.end(of: head) {
                if end <= Self.headLimit {
                    // The empty line, CR LF, is between the two.
                    return (try HTTPRequest(reading: head[..<end]), Array(head.dropFirst(end + 2)))
                }
            } else if head.count <= Self.headLimit {
                continue
            }
            let isFirstLine = !head.prefix(Self.headLimit).contains(0x0A)
            throw isFirstLine
                ? HTTPRequest.Problem(
                    status: .addressTooLong,
                    text: "The address is longer than \(Self.headLimit) bytes."
                )
                : HTTPRequest.Problem(
                    status: .headTooLarge,
                    text: "The request's head is longer than \(Self.headLimit) bytes."
                )
        }
    }

    /// The end of a head, before its empty line. A bare line feed ends the head too, which is then refused.
    private static func end(of head: [UInt8]) -> Int? {
        var isContent = false
        for (index, byte) in head.enumerated() where byte == 0x0A {
            guard index > 0, head[index - 1] == 0x0D else { return index + 1 }
            if index >= 3, head[index - 2] == 0x0A, isContent { return index - 1 }
            isContent = isContent || !(index == 1 || index >= 3 && head[index - 2] == 0x0A)
        }
        return nil
    }

    private func send(_ response: HTTPResponse) async throws {
        let head = Data(response.head.utf8)
        switch response.body {
        case .bytes(let bytes):
            try await Self.within(Self.patience) {
                try await socket.write(head + Data(bytes))
                try await finish()
            }
        case .none:
            try await Self.within(Self.patience) {
                try await socket.write(head)
                try await finish()
            }
        case .events(let events):
            try await socket.write(head)
            try await send(events)
        }
    }

    /// Closes the writing side and reads the rest of the request. Closing with unread bytes resets the connection, and the
    /// client may lose the answer.
    private func finish() async throws {
        shutdown(socket.socket.file.rawValue, Int32(SHUT_WR))
        try? await Self.within(.seconds(2)) {
            var left = 4 << 20
            while left > 0 { left -= try await socket.read(atMost: 4096).count }
        }
    }

    /// Sends events until they end or the client goes away. A client that leaves without closing is noticed
    /// when the next event or heartbeat cannot be written.
    private func send(_ events: AsyncStream<[UInt8]>) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                // The client sends nothing more, so a read ends when the client does.
                while true { _ = try await socket.read(atMost: 4096) }
            }
            group.addTask {
                for await event in events {
                    try await Self.within(Self.patience) { try await socket.write(Data(event)) }
                }
            }
            defer { group.cancelAll() }
            try await group.next()
        }
    }

    /// Runs an operation, and cancels it after a time.
    private static func within<Value: Sendable>(
        _ limit: Duration,
        _ work: @Sendable @escaping () async throws -> Value
    ) async throws -> Value {
        try await withThrowingTaskGroup(of: Value.self) { group in
            group.addTask(operation: work)
            group.addTask {
                try await Task.sleep(for: limit)
                throw HTTPRequest.Problem(status: .requestTimeout, text: "The request took too long.")
            }
            defer { group.cancelAll() }
            guard let value = try await group.next() else { throw CancellationError() }
            return value
        }
    }
}
