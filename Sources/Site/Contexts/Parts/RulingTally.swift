import Mustache
import Newsroom

/// How many of some claims got a ruling.
struct RulingTally: TemplateView {
    let ruling: Shared<RulingView>
    let countText: String
    /// The length of the bar: 100 for the ruling that was given most often, at least 1.
    let share: Int

    /// A tally for each ruling that was given, best first, then the labels.
    ///
    /// - Parameter count: how many of the claims have a ruling.
    static func tallies(in scope: PageScope, count: (Ruling) -> Int) -> [RulingTally] {
        let counts = scope.settings.scale.all.map { ($0, count($0)) }.filter { $0.1 > 0 }
        let most = counts.map(\.1).max() ?? 1
        return counts.map { ruling, count in
            RulingTally(
                ruling: scope.view(ruling),
                countText: scope.words.count(count, "claim-count"),
                share: max(1, count * 100 / most)
            )
        }
    }

    /// The tallies of someone's claims.
    static func tallies(of rated: RankedClaims, in scope: PageScope) -> [RulingTally] {
        let counts = rated.reduce(into: [:]) { counts, rated in counts[rated.ruling.id, default: 0] += 1 }
        return tallies(in: scope) { counts[$0.id] ?? 0 }
    }

    static let fields: TemplateFields<Self> = [
        "ruling": { .record($0.ruling) },
        "count-text": { .text($0.countText) },
        "share": { .text(String($0.share)) },
    ]
}
