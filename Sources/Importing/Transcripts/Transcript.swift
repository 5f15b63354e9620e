/// A transcript: what was said, by whom and when.
package struct Transcript: Hashable, Sendable {
    /// A passage of one speaker.
    package struct Passage: Hashable, Sendable {
        /// The time at which it begins, such as `00:12:34`; nil where none is known.
        package var time: String?
        /// Who speaks, where the transcript says it.
        package var speaker: String?
        /// The words.
        package var words: String
    }

    /// The title in the file, where it has one.
    package var title: String?
    /// The language in the file, where it says one (BCP 47).
    package var language: String?
    /// The passages in their order.
    package var passages: [Passage]

    /// The passages with cues joined: a new one begins with a speaker, or after a sentence once there are enough words.
    func joined(wordLimit: Int = 60) -> Transcript {
        var joined: [Passage] = []
        for passage in passages {
            guard var last = joined.last, passage.speaker == nil || passage.speaker == last.speaker,
                !(last.endsSentence && last.wordCount >= wordLimit), last.wordCount < 4 * wordLimit
            else {
                joined.append(passage)
                continue
            }
            // Live captions show each line twice, while the next one comes.
            if last.words != passage.words, !last.words.hasSuffix(" " + passage.words) {
                last.words += " " + passage.words
            }
            joined[joined.count - 1] = last
        }
        return Transcript(title: title, language: language, passages: joined)
    }
}

extension Transcript.Passage {
    fileprivate var wordCount: Int { words.utf8.count { $0 == 0x20 } + 1 }
    fileprivate var endsSentence: Bool { words.last.map { ".!?…”\"".contains($0) } ?? false }
}
