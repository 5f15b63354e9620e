import WARC

/// What a captured file holds, record by record: whether its digests are right, and what should not be in it.
package struct CaptureInspection: Sendable {
    /// The number of records.
    package private(set) var recordCount = 0
    /// What is wrong, as clauses that follow the file's name.
    package private(set) var problems: [String] = []
    /// What is not as the standard has it, and harmless, as clauses.
    package private(set) var remarks: [String] = []
    /// The secrets that someone may have left in it, such as "the cookie `PHPSESSID`".
    package private(set) var secrets: [String] = []
    /// The page; nil where the file has no such record.
    package private(set) var page: CapturedPage?

    private static let listLimit = 20

    /// Inspects a file.
    /// - Parameter main: the id of the page's record, without brackets; nil for none.
    package init(_ file: CaptureFile, main: String?) {
        problems = file.problems
        do throws(WARCProblem) {
            try file.forEach { found throws(WARCProblem) in
                recordCount += 1
                inspect(found.record)
                if let main, found.record.id == main { try takePage(found.record) }
                return true
            }
        } catch {
            problems.append("\(error)")
        }
        if recordCount == 0, problems.isEmpty { problems.append("has no records") }
        problems = Array(problems.prefix(Self.listLimit))
        remarks = Array(remarks.prefix(Self.listLimit))
    }

    private mutating func takePage(_ record: WARCRecord) throws(WARCProblem) {
        do throws(WARCProblem) {
            page = try CapturedPage(record)
        } catch {
            switch error {
            case .unsupported: remarks.append("\(error)")
            default: throw error
            }
        }
    }

    private mutating func inspect(_ record: WARCRecord) {
        let name = "the record \(record.id ?? "without an id")"
        if let typed = record["WARC-Block-Digest"] {
            compare(typed, "WARC-Block-Digest", name) { $0.matches(record.block) }
        }
        // The payload of a `revisit` is in another record.
        if let typed = record["WARC-Payload-Digest"], record.type != "revisit" {
            compare(typed, "WARC-Payload-Digest", name) {
                $0.matches(record.payload) || $0.isOfRawBody(of: record)
            }
            if let digest = WARCDigest(typed), !digest.matches(record.payload), digest.isOfRawBody(of: record)
            {
                remarks.append(
                    "\(name) has the digest of the chunks, and not of the page, as some programs write it"
                )
            }
        }
        if record.type == "revisit", record["WARC-Refers-To-Target-URI"] == nil,
            record["WARC-Refers-To"] == nil
        {
            problems.append("\(name) refers to an earlier capture, and does not say to which")
        }
        noteSecrets(record)
    }

    private mutating func compare(
        _ typed: String,
        _ field: String,
        _ name: String,
        _ matches: (WARCDigest) -> Bool
    ) {
        guard let digest = WARCDigest(typed) else {
            remarks.append("\(name) has a \(field) that cannot be checked: \(typed.prefix(100))")
            return
        }
        if !matches(digest) { problems.append("\(name) has a wrong \(field): it was changed, or damaged") }
    }

    private mutating func noteSecrets(_ record: WARCRecord) {
        guard let message = record.message else { return }
        var found: [String] = []
        if record.type == "request" {
            for name in ["Cookie", "Authorization", "Proxy-Authorization"] {
                if let value = message[name], !value.isEmpty, value != "[withheld]" {
                    found.append("the request header `\(name)`")
                }
            }
        } else {
            found += message.fields(named: "Set-Cookie").compactMap { field in
                let cookie = field.value.prefix { $0 != "=" && $0 != ";" }.filter { !$0.isWhitespace }
                return Self.isOfSession(cookie) ? "the cookie `\(cookie.prefix(40))`" : nil
            }
        }
        for secret in found where !secrets.contains(secret) && secrets.count < Self.listLimit {
            secrets.append(secret)
        }
    }

    /// Whether a cookie's name is one of those that keep someone signed in.
    private static func isOfSession(_ name: String) -> Bool {
        let name = name.lowercased()
        return ["sess", "auth", "token", "login", "jwt"].contains(where: name.contains)
            || name == "sid" || name.hasSuffix("sid") && name.utf8.count <= 12
    }
}

extension WARCDigest {
    /// Whether the digest is that of a message's body with its chunks.
    fileprivate func isOfRawBody(of record: WARCRecord) -> Bool {
        record.message.map { matches(Array($0.body)) } ?? false
    }
}
