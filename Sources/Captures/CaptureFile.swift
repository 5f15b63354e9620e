import Diagnostics
import Digests
import WARC

/// A captured file of any form, read record by record.
package struct CaptureFile: Sendable {
    /// The WARC files in it: itself, or those of a WACZ file.
    let archives: [[UInt8]]
    /// What does not fit together in a WACZ file, as clauses.
    package let problems: [String]
    /// The pages that a WACZ file lists, with their titles.
    package let pages: [(url: String, title: String?)]

    /// Opens a file by what its bytes say it is.
    /// - Throws: a problem for a file in another format, or a damaged one.
    package init(_ file: [UInt8]) throws(WARCProblem) {
        guard ZipArchive.isZip(file) else {
            archives = [file]
            problems = []
            pages = []
            return
        }
        let zip = try ZipArchive(file)
        let named = zip.entries.filter { entry in
            entry.path.hasPrefix("archive/") && [".warc", ".warc.gz"].contains(where: entry.path.hasSuffix)
        }
        guard !named.isEmpty else { throw .unsupported("no WARC file in its folder `archive/`") }
        var archives: [[UInt8]] = []
        for entry in named { archives.append(try zip.content(of: entry)) }
        self.archives = archives
        problems = try Self.problems(of: zip)
        pages = try Self.pages(of: zip)
    }

    /// Reads all records, until one is answered with false.
    package func forEach(_ take: (WARCReader.Found) throws(WARCProblem) -> Bool) throws(WARCProblem) {
        for archive in archives {
            var reader = WARCReader(archive)
            while let found = try reader.next() {
                guard try take(found) else { return }
            }
        }
    }

    /// The record of an id, without brackets; nil if there is none.
    package func record(_ id: String) throws(WARCProblem) -> WARCRecord? {
        var record: WARCRecord?
        try forEach { found in
            guard found.record.id == id else { return true }
            record = found.record
            return false
        }
        return record
    }

    /// The page of an id; nil where there is no such record, or its body cannot be unpacked.
    package func page(_ id: String) throws(WARCProblem) -> CapturedPage? {
        guard let record = try record(id) else { return nil }
        return try CapturedPage(record)
    }

    /// The id of the page's record in a file with one page; nil where there are several or none.
    package var onlyPage: String? {
        var ids: [String] = []
        try? forEach { found in
            if ["response", "resource"].contains(found.record.type) {
                ids += [found.record.id].compactMap(\.self)
            }
            return ids.count < 2
        }
        return ids.count == 1 ? ids[0] : nil
    }

    /// Compares the files of a WACZ file with its list (WACZ 1.1.1, section 5.2.5).
    private static func problems(of zip: ZipArchive) throws(WARCProblem) -> [String] {
        guard let list = zip.entries.first(where: { $0.path == "datapackage.json" }) else {
            return ["it has no datapackage.json, and so is no WACZ file"]
        }
        guard let json = try? JSONValue(parsing: try zip.content(of: list)) else {
            return ["its datapackage.json cannot be read"]
        }
        var problems: [String] = []
        for resource in json["resources"]?.elements ?? [] {
            guard let path = resource["path"]?.string, let hash = resource["hash"]?.string else { continue }
            guard let entry = zip.entries.first(where: { $0.path == path }) else {
                problems.append("its datapackage.json names `\(path)`, and there is no such file in it")
                continue
            }
            if let digest = WARCDigest(hash), !digest.matches(try zip.content(of: entry)) {
                problems.append("its file `\(path)` has another digest than its datapackage.json says")
            }
        }
        return problems
    }

    private static func pages(of zip: ZipArchive) throws(WARCProblem) -> [(url: String, title: String?)] {
        guard let list = zip.entries.first(where: { $0.path == "pages/pages.jsonl" }) else { return [] }
        return try zip.content(of: list).split(separator: 0x0A).compactMap { line in
            guard let json = try? JSONValue(parsing: Array(line)), let url = json["url"]?.string else {
                return nil
            }
            return (url, json["title"]?.string)
        }
    }
}
