import Fetching
import WARC

/// The records of a capture, in the order of its file.
struct CaptureRecords {
    private(set) var all: [WARCRecord] = []
    private let info: RecordID
    private let date: WARCDate

    /// Makes the beginning of a file.
    init(info: RecordID, _ date: WARCDate) {
        self.info = info
        self.date = date
    }

    /// Adds what the file says of its making. No name of a computer and no command line is among it.
    mutating func addInfo(fileName: String?, _ visiting: VisitSettings, _ settings: CaptureSettings) {
        all.append(
            .warcinfo(
                id: info,
                date: date,
                fileName: fileName,
                [
                    ("software", settings.software), ("format", "WARC File Format 1.1"),
                    (
                        "conformsTo",
                        "https://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/"
                    ),
                    ("robots", visiting.robots == .obey ? "obey" : "ignore"),
                    ("operator", settings.operatorName), ("http-header-user-agent", visiting.userAgent),
                ]
            )
        )
    }

    /// Adds the response and the request of an exchange.
    /// - Returns: the response's record; nil for an exchange without a response.
    @discardableResult
    mutating func add(_ exchange: FetchExchange) -> (record: WARCRecord, id: RecordID)? {
        guard exchange.failure == nil, let began = WARCDate(milliseconds: exchange.began) else { return nil }
        let id = RecordID.random()
        let connection = WARCRecord.Connection(
            address: exchange.peer?.description,
            protocols: ["http/1.1"] + (exchange.encryption.map { [$0.version].filter { !$0.isEmpty } } ?? []),
            cipherSuite: exchange.encryption.flatMap { $0.cipher.isEmpty ? nil : $0.cipher }
        )
        let response = WARCRecord.response(
            id: id,
            date: began,
            url: exchange.address.text,
            message: exchange.response,
            connection: connection,
            truncated: exchange.truncation.flatMap { WARCRecord.Truncation(rawValue: $0.rawValue) },
            info: info
        )
        all.append(response)
        all.append(
            .request(
                id: RecordID.random(),
                date: began,
                url: exchange.address.text,
                message: exchange.request,
                response: id,
                connection: connection,
                info: info
            )
        )
        return (response, id)
    }

    /// Adds the certificates that a server showed.
    mutating func addCertificates(of exchange: FetchExchange, _ response: RecordID) {
        guard let certificates = exchange.encryption?.certificates, !certificates.isEmpty,
            let began = WARCDate(milliseconds: exchange.began)
        else { return }
        let pem = certificates.map { $0.hasSuffix("\n") ? $0 : $0 + "\n" }.joined()
        all.append(
            .certificates(
                id: RecordID.random(),
                date: began,
                url: exchange.address.text,
                of: response,
                info: info,
                pem: Array(pem.utf8)
            )
        )
    }

    /// Adds what was noted about the page: the address as typed, how it was come by, what is missing.
    mutating func addNotes(
        about fetched: PageCapture,
        hop: Int,
        _ exchange: FetchExchange,
        _ response: RecordID
    ) {
        var notes: [(name: String, value: String)] = [("seed", fetched.typed)]
        if hop > 0 {
            notes.append(("via", fetched.visit.exchanges[hop - 1].address.text))
            notes.append(("hopsFromSeed", String(repeating: "R", count: hop)))
        }
        notes.append(("fetchTimeMs", "\(exchange.duration)"))
        for (address, reason) in fetched.missing { notes.append(("missing", "\(address.text) (\(reason))")) }
        all.append(
            .metadata(
                id: RecordID.random(),
                date: WARCDate(milliseconds: exchange.began) ?? date,
                url: exchange.address.text,
                of: response,
                info: info,
                notes
            )
        )
    }
}
