import Foundation

#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// An HTTP client that sends exactly the bytes that it is given; libraries would tidy them up.
///
/// It blocks, so it runs on threads of its own.
struct PlainClient: Sendable {
    let port: UInt16

    struct Response: Sendable {
        let status: Int
        let headers: [String: String]
        let body: [UInt8]

        var text: String { String(decoding: body, as: UTF8.self) }
    }

    struct Failure: Error { let description: String }

    /// The longest time to an answer, in seconds, since all other tests may run on the same cores.
    static let deadline = 180

    func get(_ target: String, host: String? = nil) async throws -> Response {
        try await request("GET", target, host: host)
    }

    /// Sends a request.
    /// - Parameters:
    ///   - host: the value of the Host header; an empty one leaves the header out.
    ///   - body: what follows the head.
    func request(
        _ method: String,
        _ target: String,
        host: String? = nil,
        further: [String] = [],
        body: String = ""
    ) async throws -> Response {
        let host = host ?? "127.0.0.1:\(port)"
        let lines = [
            "\(method) \(target) HTTP/1.1", host.isEmpty ? nil : "Host: \(host)", "Connection: close",
        ]
        let head = (lines.compactMap(\.self) + further).joined(separator: "\r\n") + "\r\n\r\n"
        let bytes = try await onThread { () throws -> [UInt8] in
            let descriptor = try connect()
            defer { close(descriptor) }
            try write(Array((head + body).utf8), to: descriptor)
            var received: [UInt8] = []
            while let part = try read(from: descriptor) { received += part }
            return received
        }
        return try Self.response(bytes)
    }

    /// The first bytes of an answer, after which the client disconnects.
    func glimpse(_ target: String) async throws -> String {
        let bytes = try await onThread { () throws -> [UInt8] in
            let descriptor = try connect()
            defer { close(descriptor) }
            let head = "GET \(target) HTTP/1.1\r\nHost: localhost:\(port)\r\n\r\n"
            try write(Array(head.utf8), to: descriptor)
            return try read(from: descriptor) ?? []
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The data of each server-sent event, until the server or the reader disconnects.
    func events(_ target: String) -> AsyncThrowingStream<String, any Error> {
        AsyncThrowingStream { continuation in
            Thread.detachNewThread {
                do {
                    let descriptor = try connect()
                    defer { close(descriptor) }
                    try write(
                        Array("GET \(target) HTTP/1.1\r\nHost: localhost:\(port)\r\n\r\n".utf8),
                        to: descriptor
                    )
                    var text: [UInt8] = []
                    while let part = try read(from: descriptor) {
                        text += part
                        while let end = text.firstRange(of: Array("\n\n".utf8)) {
                            let event = String(decoding: text[..<end.lowerBound], as: UTF8.self)
                            text.removeSubrange(..<end.upperBound)
                            guard let data = event.range(of: "data: ") else { continue }
                            if case .terminated = continuation.yield(String(event[data.upperBound...])) {
                                return
                            }
                        }
                    }
                    continuation.finish()
                } catch {
                    continuation.finish(throwing: error)
                }
            }
        }
    }

    private func onThread<Value: Sendable>(_ work: @Sendable @escaping () throws -> Value) async throws
        -> Value
    {
        try await withCheckedThrowingContinuation { continuation in
            Thread.detachNewThread { continuation.resume(with: Result { try work() }) }
        }
    }

    private func connect() throws -> Int32 {
        #if canImport(Glibc)
            let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        #else
            let descriptor = socket(AF_INET, SOCK_STREAM, 0)
        #endif
        var patience = timeval()
        patience.tv_sec = Self.deadline
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let status = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                systemConnect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard descriptor >= 0, status == 0 else {
            throw Failure(description: "no connection to port \(port)")
        }
        return descriptor
    }

    private func write(_ bytes: [UInt8], to descriptor: Int32) throws {
        #if canImport(Darwin)
            let options: Int32 = 0
        #else
            // Without the signal, a closed connection fails one test and does not end the process.
            let options = Int32(MSG_NOSIGNAL)
        #endif
        guard send(descriptor, bytes, bytes.count, options) == bytes.count else {
            throw Failure(description: "not sent")
        }
    }

    private func read(from descriptor: Int32) throws -> [UInt8]? {
        var buffer = [UInt8](repeating: 0, count: 65_536)
        let count = recv(descriptor, &buffer, buffer.count, 0)
        guard count >= 0 else { throw Failure(description: "no answer within \(Self.deadline) s") }
        return count == 0 ? nil : Array(buffer[..<count])
    }

    private static func response(_ bytes: [UInt8]) throws -> Response {
        guard let end = bytes.firstRange(of: Array("\r\n\r\n".utf8)) else {
            throw Failure(description: "no answer: \(String(decoding: bytes, as: UTF8.self))")
        }
        let lines = String(decoding: bytes[..<end.lowerBound], as: UTF8.self).components(separatedBy: "\r\n")
        var headers: [String: String] = [:]
        for line in lines.dropFirst() {
            let parts = line.split(separator: ":", maxSplits: 1)
            if parts.count == 2 {
                headers[parts[0].lowercased()] = parts[1].trimmingCharacters(in: .whitespaces)
            }
        }
        return Response(
            status: Int(lines[0].split(separator: " ")[1]) ?? 0,
            headers: headers,
            body: Array(bytes[end.upperBound...])
        )
    }
}

/// The C library's `connect`, under a name that the method does not hide.
private func systemConnect(_ descriptor: Int32, _ address: UnsafePointer<sockaddr>, _ length: socklen_t)
    -> Int32
{
    connect(descriptor, address, length)
}
