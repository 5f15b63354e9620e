import WARC

/// The places of captures and of what belongs to them, in a newsroom's folder.
package enum CapturePlace {
    /// The folder of all of it.
    package static let folder = "content/captures"
    /// The lock.
    package static let lock = "\(folder)/captures.lock"
    /// The observations of addresses.
    package static let watchLog = "\(folder)/watch.jsonl"
    /// The manifests that were stamped, and their stamps.
    package static let stamps = "\(folder)/stamps"
    /// The certificates of time-stamp authorities as of stamping.
    package static let roots = "\(folder)/roots"

    /// The form of a captured file.
    package enum Form: String, Hashable, Sendable, CaseIterable {
        /// WARC, a gzip member a record: what Assay writes.
        case compressed = "warc.gz"
        /// WARC without compression.
        case plain = "warc"
        /// WACZ, a ZIP file with WARC files in it.
        case packed = "wacz"

        /// The form of a path; nil for another ending.
        package init?(path: String) {
            guard let form = Self.allCases.first(where: { path.hasSuffix(".\($0.rawValue)") }) else {
                return nil
            }
            self = form
        }
    }

    /// The path of a record's capture at a time: `content/captures/ID/20261128100000.warc.gz`.
    package static func file(of record: CapturedRecord, at time: WARCDate, form: Form = .compressed) -> String
    {
        "\(record.folder)/\(time.digits).\(form.rawValue)"
    }
}
