import CCurl

/// What libcurl's callbacks see of one exchange. Only the thread of the exchange uses it.
final class TransferRecorder {
    private let request: FetchRequest
    private let isCancelled: @Sendable () -> Bool

    private(set) var sent: [UInt8] = []
    private(set) var head: [UInt8] = []
    private(set) var body: [UInt8] = []
    /// The last address that a socket was opened for.
    private(set) var peer: IPAddress?
    /// The addresses that the wall turned away.
    private(set) var refused: [IPAddress] = []
    private(set) var isTooLong = false
    private(set) var wasCancelled = false
    private var protocolText = ""

    init(_ request: FetchRequest, isCancelled: @Sendable @escaping () -> Bool) {
        self.request = request
        self.isCancelled = isCancelled
    }

    /// Takes what libcurl tells of its work.
    func note(_ kind: curl_infotype, _ bytes: UnsafeRawBufferPointer) {
        switch kind {
        case CURLINFO_HEADER_OUT:
            // A request to a proxy comes before, and a repeated one on a fresh connection after.
            sent = Array(bytes)
            head = []
            body = []
        case CURLINFO_DATA_OUT: sent += bytes
        case CURLINFO_HEADER_IN: noteHead(bytes)
        case CURLINFO_DATA_IN:
            let room = request.limits.bodyBytes - body.count
            if bytes.count > room { isTooLong = true }
            body += bytes.prefix(max(room, 0))
        case CURLINFO_TEXT:
            let text = String(decoding: bytes, as: UTF8.self)
            if let found = text.firstRange(of: "SSL connection using ") {
                protocolText = String(text[found.upperBound...].prefix { $0 != "\n" && $0 != "\r\n" })
            }
        default: break
        }
    }

    private func noteHead(_ bytes: UnsafeRawBufferPointer) {
        if HeadLines.isInterim(head), bytes.starts(with: "HTTP/".utf8) { head = [] }
        if head.count + bytes.count > request.limits.headerBytes {
            isTooLong = true
        } else {
            head += bytes
        }
    }

    /// Whether the transfer may go on.
    var mayGoOn: Bool {
        if !wasCancelled { wasCancelled = isCancelled() }
        return !wasCancelled && !isTooLong
    }

    /// Opens the socket for a connection, if its address may be asked.
    ///
    /// libcurl connects to this very address, so that a second look-up cannot lead elsewhere.
    func open(_ address: UnsafePointer<curl_sockaddr>) -> curl_socket_t {
        var bytes = [UInt8](repeating: 0, count: 16)
        let count = Int(assay_curl_address(address, &bytes))
        guard let found = IPAddress(bytes: Array(bytes.prefix(count))) else {
            return curl_socket_t(CURL_SOCKET_BAD)
        }
        // The proxy is the newsroom's own choice, wherever it is.
        if !request.allowsPrivate, request.proxy == nil, found.privateRange != nil {
            refused.append(found)
            return curl_socket_t(CURL_SOCKET_BAD)
        }
        peer = found
        return assay_curl_open(address)
    }

    /// The request as records show it.
    var sentWithoutSecrets: [UInt8] {
        if sent.starts(with: "CONNECT ".utf8) { return [] }
        let secret = request.fields.filter(\.isSecret).map { $0.name.lowercased() } + ["proxy-authorization"]
        return HeadLines.withholding(secret, in: sent)
    }

    /// The facts of the encryption; nil for plain HTTP.
    func encryption(certificates: [String]) -> FetchExchange.Encryption? {
        guard request.address.scheme == "https", !protocolText.isEmpty || !certificates.isEmpty else {
            return nil
        }
        // `TLSv1.3 / TLS_AES_256_GCM_SHA384`, and in newer versions more behind it.
        let parts = protocolText.split(separator: " ").filter { $0 != "/" }
        let version = parts.first.map { $0.lowercased().replacing("tlsv", with: "tls/") } ?? ""
        return FetchExchange.Encryption(
            version: version,
            cipher: parts.dropFirst().first.map(String.init) ?? "",
            certificates: certificates
        )
    }
}

/// The recorder that a callback was given.
private func recorder(_ context: UnsafeMutableRawPointer?) -> TransferRecorder? {
    context.map { Unmanaged<TransferRecorder>.fromOpaque($0).takeUnretainedValue() }
}

let recordTransfer: curl_debug_callback = { _, kind, data, size, context in
    recorder(context)?.note(kind, UnsafeRawBufferPointer(start: data, count: size))
    return 0
}

/// Anything but the count ends the transfer.
let acceptBytes: curl_write_callback = { _, size, count, context in
    recorder(context)?.mayGoOn == true ? size * count : 0
}

let mayGoOn: curl_xferinfo_callback = { context, _, _, _, _ in
    recorder(context)?.mayGoOn == true ? 0 : 1
}

let openSocket: curl_opensocket_callback = { context, _, address in
    guard let address, let recorder = recorder(context) else { return curl_socket_t(CURL_SOCKET_BAD) }
    return recorder.open(address)
}
