import Editorial
import Stamps

/// What `assay stamp` says of one stamping.
struct StampReport {
    private let outcome: StampOutcome

    init(_ outcome: StampOutcome) { self.outcome = outcome }

    /// What was stamped, in one line.
    var headline: String {
        let stamping = outcome.stamping
        let (captures, journals) = (stamping.captures.count, stamping.heads.journals.count)
        let parts = [
            captures > 0 ? "\(captures) capture\(captures == 1 ? "" : "s")" : nil,
            journals > 0 ? "the heads of \(journals) journal\(journals == 1 ? "" : "s")" : nil,
        ].compactMap(\.self)
        return "stamped \(parts.joined(separator: " and ")): \(stamping.listPath)"
    }

    /// What each authority and the calendars answered.
    var lines: [String] { outcome.replies.flatMap(lines) + rootLines + calendarLines }

    private func lines(of reply: StampOutcome.Reply) -> [String] {
        switch reply.result {
        case .failure(let failure): return ["  \(reply.address): no stamp: \(failure.reason)"]
        case .success(let good):
            let voucher = good.voucher
            var lines = [
                "  \(reply.address): \(good.reply.time), signed by \(voucher.signer)"
                    + (voucher.root.map { ", vouched for by the root \($0.name)" } ?? "")
            ]
            if voucher.root == nil {
                lines.append(
                    "    no known root vouches for it: the chain ends at `\(voucher.missingIssuer ?? "")`; put the "
                        + "authority's root into content/captures/roots/ as PEM (docs/stamps.md)"
                )
            }
            if good.reply.form == .token {
                lines.append(
                    "    it sent the bare token, and not a whole reply: `openssl ts -verify` needs `-token_in`"
                )
            }
            if let apart = secondsApart(good.reply.time) {
                lines.append("    your clock is \(apart) seconds away from the authority's")
            }
            return lines
        }
    }

    /// How far the newsroom's clock is from an authority's; nil for less than five minutes.
    private func secondsApart(_ time: StampTime) -> Int? {
        let own = outcome.stamping.time.secondsSinceEpoch
        let apart = abs(time.secondsSinceEpoch - own)
        return apart > 300 ? apart : nil
    }

    private var rootLines: [String] {
        guard outcome.isStamped else { return [] }
        return outcome.newRoots.flatMap { root, path in
            [
                "  kept the root \(root.name), which this computer trusts: \(path)",
                "    its SHA-256 is \(root.digest); compare it with the one on the authority's own site",
            ]
        }
    }

    private var calendarLines: [String] {
        let calendars = outcome.calendars
        let failed = calendars.failures.map { "  \($0.address): no promise: \($0.reason)" }
        guard !calendars.answered.isEmpty else { return failed }
        let count = calendars.answered.count
        return failed + [
            "  OpenTimestamps: \(count) calendar\(count == 1 ? " has" : "s have") promised a block; "
                + "`assay stamp --upgrade` asks for it in some hours"
        ]
    }
}
