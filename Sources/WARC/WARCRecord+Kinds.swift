extension WARCRecord {
    /// The reason for which a record has less than what was sent (`WARC-Truncated`).
    package enum Truncation: String, Hashable, Sendable {
        /// The body passed a limit.
        case length
        /// It took too long.
        case time
        /// The connection ended early.
        case disconnect
        /// Something else, such as a broken chunk.
        case unspecified
    }

    /// What was known of the connection of an exchange.
    package struct Connection: Hashable, Sendable {
        /// The address of the server, as RFC 5952 writes it.
        package let address: String?
        /// The protocols, such as `http/1.1` and `tls/1.3`.
        package let protocols: [String]
        /// The cipher suite of TLS.
        package let cipherSuite: String?

        /// Makes the description of a connection.
        package init(address: String? = nil, protocols: [String] = [], cipherSuite: String? = nil) {
            self.address = address
            self.protocols = protocols
            self.cipherSuite = cipherSuite
        }
    }

    /// The first record of a file: what made it.
    /// - Parameter values: the lines of its block, such as `("software", "Assay 0.2")`.
    package static func warcinfo(
        id: RecordID,
        date: WARCDate,
        fileName: String? = nil,
        _ values: [(name: String, value: String)]
    ) -> WARCRecord {
        var fields = start("warcinfo", id, date)
        if let fileName { fields.append(Field("WARC-Filename", fileName)) }
        return WARCRecord(fields, "application/warc-fields", lines(values))
    }

    /// A response with its HTTP message as it was received, and the digest of its entity-body.
    package static func response(
        id: RecordID,
        date: WARCDate,
        url: String,
        message: [UInt8],
        connection: Connection = Connection(),
        truncated: Truncation? = nil,
        info: RecordID? = nil
    ) -> WARCRecord {
        var fields = start("response", id, date, info, url)
        fields += connection.fields
        if let truncated { fields.append(Field("WARC-Truncated", truncated.rawValue)) }
        let payload = HTTPMessage(message).map(\.entityBody.bytes) ?? []
        fields.append(Field("WARC-Payload-Digest", WARCDigest(sha256: payload).description))
        return WARCRecord(fields, "application/http;msgtype=response", message)
    }

    /// The request that a response answers.
    package static func request(
        id: RecordID,
        date: WARCDate,
        url: String,
        message: [UInt8],
        response: RecordID,
        connection: Connection = Connection(),
        info: RecordID? = nil
    ) -> WARCRecord {
        var fields = start("request", id, date, info, url)
        fields.append(Field("WARC-Concurrent-To", response.bracketed))
        fields += connection.fields
        return WARCRecord(fields, "application/http;msgtype=request", message)
    }

    /// What was noted about another record.
    package static func metadata(
        id: RecordID,
        date: WARCDate,
        url: String,
        of record: RecordID,
        info: RecordID? = nil,
        _ values: [(name: String, value: String)]
    ) -> WARCRecord {
        var fields = start("metadata", id, date, info, url)
        fields.append(Field("WARC-Concurrent-To", record.bracketed))
        return WARCRecord(fields, "application/warc-fields", lines(values))
    }

    /// The certificates that a server showed, in PEM.
    package static func certificates(
        id: RecordID,
        date: WARCDate,
        url: String,
        of record: RecordID,
        info: RecordID? = nil,
        pem: [UInt8]
    ) -> WARCRecord {
        var fields = start("metadata", id, date, info, url)
        fields.append(Field("WARC-Concurrent-To", record.bracketed))
        return WARCRecord(fields, "application/pem-certificate-chain", pem)
    }

    /// A file without an HTTP message, such as a screenshot or a page that a browser wrote.
    package static func resource(
        id: RecordID,
        date: WARCDate,
        url: String,
        mediaType: String,
        content: [UInt8],
        info: RecordID? = nil
    ) -> WARCRecord {
        var fields = start("resource", id, date, info, url)
        fields.append(Field("WARC-Payload-Digest", WARCDigest(sha256: content).description))
        return WARCRecord(fields, mediaType, content)
    }

    /// A record with the digest of its block and its media type, in this order after the other fields.
    private init(_ fields: [Field], _ mediaType: String, _ block: [UInt8]) {
        self.init(
            fields: fields + [
                Field("WARC-Block-Digest", WARCDigest(sha256: block).description),
                Field("Content-Type", mediaType),
            ],
            block: block
        )
    }

    private static func start(
        _ type: String,
        _ id: RecordID,
        _ date: WARCDate,
        _ info: RecordID? = nil,
        _ url: String? = nil
    ) -> [Field] {
        var fields = [
            Field("WARC-Type", type), Field("WARC-Record-ID", id.bracketed),
            Field("WARC-Date", date.description),
        ]
        if let info { fields.append(Field("WARC-Warcinfo-ID", info.bracketed)) }
        if let url { fields.append(Field("WARC-Target-URI", url.percentEncodedAddress)) }
        return fields
    }

    /// Lines of `application/warc-fields`.
    private static func lines(_ values: [(name: String, value: String)]) -> [UInt8] {
        values.flatMap { Array("\($0.name): \($0.value.onOneLine)\r\n".utf8) }
    }
}

extension WARCRecord.Connection {
    fileprivate var fields: [WARCRecord.Field] {
        var fields: [WARCRecord.Field] = []
        if let address { fields.append(.init("WARC-IP-Address", address)) }
        fields += protocols.map { .init("WARC-Protocol", $0) }
        if let cipherSuite { fields.append(.init("WARC-Cipher-Suite", cipherSuite)) }
        return fields
    }
}
