import Diagnostics
import Newsroom

/// What is wrong with a newsroom's file of keys itself.
enum SignerFindings {
    /// The findings in `content/allowed_signers`: a merge conflict, or else the lines that name no key.
    static func all(in file: SourceFile) -> [Diagnostic] {
        if let conflict = MergeConflict.diagnostic(in: file) { return [conflict] }
        return file.bytes.split(separator: UInt8(ascii: "\n")).filter(isUnread).map { line in
            Diagnostic(
                rule: .unreadSigner,
                message: "this line names no key, so it is not read",
                span: file.span(line.startIndex..<line.endIndex),
                help:
                    "write it as `PROFILE namespaces=\"assay\" ssh-ed25519 AAAA…`, or begin a remark with `#`"
            )
        }
    }

    /// Whether a line says something that is neither a signer nor a remark.
    private static func isUnread(_ line: ArraySlice<UInt8>) -> Bool {
        let text = String(decoding: line, as: UTF8.self)
        guard let first = text.first(where: { !$0.isWhitespace }), first != "#" else { return false }
        return text.split(whereSeparator: \.isNewline).allSatisfy { SignerLine($0) == nil }
    }
}
