/// A choice of fixes to apply together: one for each finding, without overlaps.
///
/// Fixes that would overlap are left for the next round, when the findings are known anew.
package struct FixSelection: Sendable {
    /// The chosen fixes with their findings, in the order of the findings.
    package private(set) var chosen: [(finding: Diagnostic, fix: Fix)] = []
    /// The number of findings whose fix has to wait for another round.
    package private(set) var waiting = 0

    private var ranges: [String: [Range<Int>]] = [:]
    private var touched: Set<String> = []
    private var fixes: Set<Fix> = []

    /// Chooses from findings.
    /// - Parameter isAllowed: whether a fix may be applied; of a finding's fixes, the first allowed one is.
    package init(from findings: [Diagnostic], where isAllowed: (Fix) -> Bool) {
        for finding in findings {
            guard let fix = finding.fixes.first(where: isAllowed), !fix.edits.isEmpty else { continue }
            if fixes.contains(fix) {
                chosen.append((finding, fix))
            } else if fits(fix) {
                take(fix)
                chosen.append((finding, fix))
            } else {
                waiting += 1
            }
        }
    }

    /// All edits, each of them once.
    package var edits: [Edit] {
        var seen: Set<Fix> = []
        return chosen.flatMap { seen.insert($0.fix).inserted ? $0.fix.edits : [] }
    }

    private func fits(_ fix: Fix) -> Bool {
        var own: [String: [Range<Int>]] = [:]
        for edit in fix.edits {
            switch edit {
            case .replace(let span, _):
                guard !touched.contains(span.file) else { return false }
                let others = ranges[span.file, default: []] + own[span.file, default: []]
                guard !others.contains(where: { $0.touches(span.byteRange) }) else { return false }
                own[span.file, default: []].append(span.byteRange)
            case .move, .remove:
                guard !edit.paths.contains(where: { touched.contains($0) || ranges[$0] != nil }) else {
                    return false
                }
            }
        }
        return true
    }

    private mutating func take(_ fix: Fix) {
        fixes.insert(fix)
        for edit in fix.edits {
            switch edit {
            case .replace(let span, _): ranges[span.file, default: []].append(span.byteRange)
            case .move, .remove: touched.formUnion(edit.paths)
            }
        }
    }
}

extension Range<Int> {
    /// Whether two ranges share a byte, or meet: two insertions at one place have no order.
    fileprivate func touches(_ other: Range<Int>) -> Bool {
        lowerBound <= other.upperBound && other.lowerBound <= upperBound
    }
}
