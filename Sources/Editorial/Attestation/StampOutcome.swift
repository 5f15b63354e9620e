import Captures
import Files
import Stamps

/// What authorities and calendars answered about one list.
package struct StampOutcome: Sendable {
    /// What was asked about.
    package let stamping: Stamping
    /// The answers of authorities, in the order in which they were named.
    package let replies: [Reply]
    /// The answers of calendars.
    package let calendars: Calendars
    let knownRoots: StampRoots

    /// An authority's answer.
    package struct Reply: Sendable {
        /// A reply that holds.
        package struct Good: Sendable {
            /// The reply.
            package let reply: TimeStampReply
            /// Who vouches for it.
            package let voucher: Voucher
        }

        /// The authority's address.
        package let address: String
        /// The reply, or the reason why there is none.
        package let result: Result<Good, StampService.Failure>

        /// The reply; nil if there is none that holds.
        package var good: Good? { try? result.get() }
    }

    /// What calendars answered.
    package struct Calendars: Sendable {
        /// The proof, which waits for a block; nil if no calendar answered.
        package let proof: BlockProof?
        /// The calendars that answered.
        package let answered: [String]
        /// The others, each with the reason.
        package let failures: [(address: String, reason: String)]
    }

    /// Whether at least one authority vouches for the list.
    package var isStamped: Bool { replies.contains { $0.good != nil } }

    /// The roots that are kept beside the stamps from now on, each with its file.
    package var newRoots: [(root: StampRoot, path: String)] {
        var seen = Set(knownRoots.certificates)
        return replies.compactMap { $0.good?.voucher.root }.filter { seen.insert($0.certificate).inserted }
            .map { ($0, Self.path(of: $0)) }
    }

    /// The files of the stamping.
    package var files: [NewFiles.File] {
        var files = [NewFiles.File(path: stamping.listPath, bytes: stamping.list)]
        let name = stamping.name
        if !stamping.heads.journals.isEmpty {
            let path = StampedManifest.path(of: name, StampedManifest.Ending.heads)
            files.append(.init(path: path, bytes: stamping.heads.bytes))
        }
        var hosts: [String: Int] = [:]
        for reply in replies {
            guard let good = reply.good else { continue }
            let number = (hosts[StampedManifest.host(of: reply.address)] ?? 0) + 1
            hosts[StampedManifest.host(of: reply.address)] = number
            let path = StampedManifest.replyPath(of: name, authority: reply.address, number: number)
            files.append(.init(path: path, bytes: good.reply.bytes))
        }
        if let proof = calendars.proof {
            let path = StampedManifest.path(of: name, StampedManifest.Ending.proof)
            files.append(.init(path: path, bytes: proof.bytes))
        }
        return files
    }

    /// Writes the files of the stamping, all or none, and the roots that are not there yet.
    package func write(into folder: FileTree) throws(NewFilesProblem) {
        let roots = newRoots.map { NewFiles.File(path: $0.path, bytes: $0.root.pem) }
            .filter { !folder.exists($0.path) }
        try NewFiles.create(files + roots, in: folder.root)
    }

    private static func path(of root: StampRoot) -> String {
        let letters = root.name.lowercased().map { character -> Character in
            character.isASCII && (character.isLetter || character.isNumber) ? character : "-"
        }
        let name = String(letters).split(separator: "-").joined(separator: "-").prefix(60)
        return "\(CapturePlace.roots)/\(name.isEmpty ? "" : name + "-")\(root.digest.short).pem"
    }
}
