import Digests
import Files
import Stamps

/// The memory's file: a heading, and a line for each thing that is known, with tabs between its parts.
///
/// A letter says what a line is about: `F` a file's digest, `P` a page, `Q` the quotations of a page, `T` a time stamp.
extension CaptureMemory.State {
    /// The file.
    var text: String {
        var lines = [CaptureMemory.heading]
        for (file, known) in digests.sorted(by: { $0.key < $1.key }) {
            let stamp = known.stamp
            lines.append(
                "F\t\(stamp.number)\t\(stamp.size)\t\(stamp.modified)\t\(stamp.changed)\t\(known.digest)\t\(file)"
            )
        }
        for (key, facts) in facts.sorted(by: { $0.key < $1.key }) {
            let clauses = facts.problems.map { "p" + $0 } + facts.secrets.map { "s" + $0 }
            let parts =
                ["P", key, facts.content.rawValue, facts.payload?.hexadecimal ?? "-"]
                + clauses.map(\.onOneLine)
            lines.append(parts.joined(separator: "\t"))
        }
        lines += quotes.map(\.hexadecimal).sorted().map { "Q\t\($0)" }
        for (name, proof) in proofs.sorted(by: { $0.key.hexadecimal < $1.key.hexadecimal }) {
            let names = [proof.signer, proof.root ?? "", proof.missingIssuer ?? ""]
            // A name that does not fit into its line is looked up again instead.
            guard names.allSatisfy({ $0 == $0.onOneLine }), !proof.signer.isEmpty, proof.root != "" else {
                continue
            }
            let form = proof.isBareToken ? "token" : "reply"
            let parts = ["T", name.hexadecimal, "\(proof.time.secondsSinceEpoch)", form] + names
            lines.append(parts.joined(separator: "\t"))
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// Takes over what a file has; lines that are none of these are passed over.
    mutating func fill(from bytes: [UInt8]) {
        let lines = bytes.split(separator: UInt8(ascii: "\n"))
        guard let first = lines.first, first.elementsEqual(CaptureMemory.heading.utf8) else { return }
        for line in lines.dropFirst() {
            let parts = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
                .map { String(decoding: $0, as: UTF8.self) }
            switch parts[0] {
            case "F" where parts.count == 7: fillFile(parts)
            case "P" where parts.count >= 4: fillPage(parts)
            case "Q" where parts.count == 2: if let digest = Digest(parts[1]) { quotes.insert(digest) }
            case "T" where parts.count == 7: fillProof(parts)
            default: continue
            }
        }
    }

    private mutating func fillFile(_ parts: [String]) {
        guard let number = UInt64(parts[1]), let size = Int(parts[2]), let modified = Int(parts[3]),
            let changed = Int(parts[4]), let digest = Digest(parts[5])
        else { return }
        let stamp = FileStamp(number: number, size: size, modified: modified, changed: changed)
        digests[parts[6]] = (stamp, digest)
    }

    private mutating func fillPage(_ parts: [String]) {
        guard let content = CaptureMemory.Facts.Content(rawValue: parts[2]) else { return }
        facts[parts[1]] = CaptureMemory.Facts(
            content: content,
            payload: Digest(parts[3]),
            problems: parts[4...].filter { $0.hasPrefix("p") }.map { String($0.dropFirst()) },
            secrets: parts[4...].filter { $0.hasPrefix("s") }.map { String($0.dropFirst()) }
        )
    }

    private mutating func fillProof(_ parts: [String]) {
        guard let name = Digest(parts[1]), let seconds = Int(parts[2]),
            let time = StampTime(secondsSinceEpoch: seconds)
        else { return }
        proofs[name] = CaptureMemory.Proof(
            signer: parts[4],
            root: parts[5].isEmpty ? nil : parts[5],
            missingIssuer: parts[6].isEmpty ? nil : parts[6],
            time: time,
            isBareToken: parts[3] == "token"
        )
    }
}

extension String {
    fileprivate var onOneLine: String { String(map { $0.isNewline || $0 == "\t" ? " " : $0 }) }
}
