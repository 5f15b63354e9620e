import Assay
import Files

/// The sites as they would be with texts that nobody has saved yet, for looking at them beside the text.
actor DeskTrials {
    private var trials: [(number: Int, texts: [String: [UInt8]], site: NewsroomTrial)] = []
    private var count = 0

    /// The most sites that are kept.
    private static let limit = 4

    /// The site with texts in the place of files, and its number.
    func trial(of texts: [String: [UInt8]], in session: NewsroomSession) async -> (
        number: Int, site: NewsroomTrial
    ) {
        let site = await session.trial(texts)
        count += 1
        trials.append((count, texts, site))
        if trials.count > Self.limit { trials.removeFirst() }
        return (count, site)
    }

    /// The site with a number; nil if it is forgotten.
    func site(_ number: String) -> NewsroomTrial? {
        trials.first { String($0.number) == number }?.site
    }
}
