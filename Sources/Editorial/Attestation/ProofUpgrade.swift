import Captures
import Files
import Stamps

/// The completion of a proof: calendars are asked for the blocks that they promised.
///
/// The addresses stand in the proof, which anyone may have written. So only calendars of the settings, and those of the
/// project itself, are asked.
package struct ProofUpgrade: Sendable {
    /// The path of the proof.
    package let path: String
    /// The proof as it is now.
    package let proof: BlockProof
    /// Whether it has grown.
    package let isChanged: Bool
    /// The calendars that had no block yet.
    package let waiting: [String]
    /// The calendars that were not asked, or gave nothing of use, each with the reason.
    package let failures: [(address: String, reason: String)]

    /// The hosts whose calendars OpenTimestamps' own client asks.
    private static let hosts = [
        ".calendar.opentimestamps.org", ".calendar.eternitywall.com", ".calendar.catallaxy.com",
    ]

    /// Asks for the rest of a proof; nil for one that is whole, or cannot be read.
    /// - Parameter calendars: the calendars of the settings.
    package init?(
        of part: StampedManifest.Part,
        calendars: [String],
        through service: StampService
    ) async {
        guard var proof = try? BlockProof(part.bytes), proof.blocks.isEmpty else { return nil }
        var (isChanged, waiting, failures) = (false, [String](), [(address: String, reason: String)]())
        for (address, message) in proof.pending {
            guard Self.mayAsk(address, calendars) else {
                failures.append(
                    (address, "it is none of the known calendars; name it in `stamps`, and ask again")
                )
                continue
            }
            do {
                let answer = try await service.answer(
                    to: StampService.question(about: message, to: address)
                )
                guard answer.status != 404 else {
                    waiting.append(address)
                    continue
                }
                guard answer.status == 200 else {
                    throw StampService.Failure("it answered with status \(answer.status)")
                }
                let tree = try Calendar.tree(of: answer.body, about: message)
                isChanged = proof.add(tree, at: message) || isChanged
                if !tree.hasBlock { waiting.append(address) }
            } catch let failure as StampService.Failure {
                failures.append((address, failure.reason))
            } catch {
                failures.append((address, "its answer cannot be used: \(error)"))
            }
        }
        path = part.path
        self.proof = proof
        self.isChanged = isChanged
        self.waiting = waiting
        self.failures = failures
    }

    /// Writes the proof in the place of the earlier one.
    package func write(into folder: FileTree) throws(FileProblem) {
        try folder.verify(folder: CapturePlace.stamps)
        try DurableFile.replace(folder.root + "/" + path, with: proof.bytes)
    }

    private static func mayAsk(_ address: String, _ calendars: [String]) -> Bool {
        if calendars.contains(where: { address == $0 || address + "/" == $0 }) { return true }
        guard address.hasPrefix("https://") else { return false }
        let host = address.dropFirst("https://".utf8.count).prefix { $0 != "/" && $0 != ":" }
        return address.dropFirst("https://".utf8.count) == host && hosts.contains { host.hasSuffix($0) }
    }
}
