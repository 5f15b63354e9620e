import Testing

@testable import Importing

struct TranscriptTests {
    @Test("WebVTT: cues with speakers become passages with their times")
    func webVTT() throws {
        let file = try ImportFixture.read(
            """
            WEBVTT - The debate
            Language: en

            NOTE made by hand

            1
            00:01.000 --> 00:04.000 align:start
            <v Ann Lee>It <b>rains</b>

            00:04.000 --> 00:06.000
            <v Ann Lee>every day.

            01:00:02.500 --> 01:00:04.000
            <v Bob>No.
            """,
            "debate.vtt"
        )
        let transcript = try #require(file.transcript)
        #expect(file.format == .webVTT && transcript.title == "The debate" && transcript.language == "en")
        #expect(
            transcript.passages == [
                .init(time: "00:00:01", speaker: "Ann Lee", words: "It rains every day."),
                .init(time: "01:00:02", speaker: "Bob", words: "No."),
            ]
        )
        #expect(file.counts == ["not-kept": 2])
    }

    @Test("SRT: cues are joined to the end of a sentence")
    func srt() throws {
        let file = try ImportFixture.read(
            "1\r\n00:00:01,000 --> 00:00:02,000\r\n<i>It rains</i>\r\n\r\n2\r\n00:00:02,000 --> 00:00:03,000\r\nevery day.\r\n",
            "a.srt"
        )
        #expect(file.format == .srt)
        #expect(
            file.transcript?.passages == [.init(time: "00:00:01", speaker: nil, words: "It rains every day.")]
        )
    }

    @Test("A plain transcript: times and names at the beginning of paragraphs")
    func plain() throws {
        let file = try ImportFixture.read(
            "[00:12:34] Ann Lee: It rains.\n\nSPEAKER 2: No: never.\n\nAnd this: it is nobody's name.\n",
            "talk.txt"
        )
        #expect(
            file.transcript?.passages == [
                .init(time: "00:12:34", speaker: "Ann Lee", words: "It rains."),
                .init(time: nil, speaker: "SPEAKER 2", words: "No: never."),
                .init(time: nil, speaker: nil, words: "And this: it is nobody's name."),
            ]
        )
    }
}
