import Digests
import Testing

@testable import Stamps

@Suite("Proofs of OpenTimestamps")
struct OpenTimestampsTests {
    @Test("are written byte for byte as its own library writes them", arguments: ["waiting", "whole"])
    func roundTrip(_ name: String) throws {
        let bytes = try Fixture.bytes(name + ".ots")
        let proof = try BlockProof(bytes)
        #expect(proof.digest == (try Fixture.digest()))
        #expect(proof.bytes == bytes)
    }

    @Test("name the blocks and the calendars")
    func ends() throws {
        let waiting = try BlockProof(Fixture.bytes("waiting.ots"))
        #expect(waiting.blocks.isEmpty)
        #expect(
            waiting.pending.map(\.calendar).sorted() == ["https://first.example", "https://second.example"]
        )
        let whole = try BlockProof(Fixture.bytes("whole.ots"))
        #expect(
            whole.blocks == [
                .init(
                    height: 900_000,
                    merkleRoot: "4109bc99ca9f410b665a5b4229a7e25083c05608926e3d07a1044e656d90086c"
                )
            ]
        )
        #expect(whole.pending.map(\.calendar) == ["https://second.example"])
    }

    @Test("grow by a calendar's answer")
    func upgrade() throws {
        var proof = try BlockProof(Fixture.bytes("waiting.ots"))
        let pending = try #require(proof.pending.first { $0.calendar == "https://first.example" })
        let answer = try Calendar.tree(of: Fixture.bytes("answer.bin"), about: pending.message)
        let hasGrown = proof.add(answer, at: pending.message)
        #expect(hasGrown)
        #expect(proof.bytes == (try Fixture.bytes("whole.ots")))
        let hasGrownAgain = proof.add(answer, at: pending.message) || proof.add(answer, at: [1, 2, 3])
        #expect(!hasGrownAgain)
    }

    @Test("are made of what calendars answer")
    func submission() throws {
        let nonce = Array("0123456789abcdef".utf8)
        let submission = CalendarSubmission(of: try Fixture.digest(), nonce: nonce)
        let answers = try ["first.example", "second.example"].map { name in
            let answer =
                [0xF1, UInt8(name.utf8.count)] + Array(name.utf8) + [0x08, 0x00] + ProofWitness.calendarTag
                + ProofWriter.counted(ProofWriter.counted(Array("https://\(name)".utf8)))
            return try Calendar.tree(of: answer, about: submission.message)
        }
        #expect(submission.proof(answers).bytes == (try Fixture.bytes("waiting.ots")))
    }

    @Test("are compared with headers of blocks")
    func headers() throws {
        let headers = try BlockHeaders(Fixture.bytes("headers.txt"))
        let block = try #require(try BlockProof(Fixture.bytes("whole.ots")).blocks.first)
        #expect(headers[block.height]?.merkleRoot == block.merkleRoot)
        #expect(headers[block.height]?.time.description == "2026-11-30T00:53:20Z")
        #expect(headers[1] == nil)
        #expect(throws: BlockHeaders.BadLine(number: 2)) { try BlockHeaders(Array("\n900000 00".utf8)) }
        #expect(throws: BlockHeaders.BadLine(number: 1)) { try BlockHeaders(Array("header".utf8)) }
    }

    @Test("that are broken say how")
    func broken() throws {
        let bytes = try Fixture.bytes("whole.ots")
        #expect(throws: ProofProblem.notAProof) { try BlockProof([]) }
        #expect(throws: ProofProblem.moreBytes) { try BlockProof(bytes + [0]) }
        #expect(throws: ProofProblem.cutOff) { try BlockProof(bytes.dropLast()) }
        var changed = bytes
        changed[31] = 2
        #expect(throws: ProofProblem.version(2)) { try BlockProof(changed) }
        changed = bytes
        changed[32] = 0x67
        #expect(throws: ProofProblem.otherHash) { try BlockProof(changed) }
        changed = bytes
        changed[65] = 0x67
        #expect(throws: ProofProblem.unknownStep(0x67)) { try BlockProof(changed) }
        let deep = Array(bytes[..<65]) + [UInt8](repeating: 0x08, count: 300)
        #expect(throws: ProofProblem.tooDeep) { try BlockProof(deep) }
        let long = Array(bytes[..<65]) + [0xF0, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF]
        #expect(throws: ProofProblem.tooLarge) { try BlockProof(long) }
    }

    @Test("survive any change of a byte without a trap")
    func hostile() throws {
        let bytes = try Fixture.bytes("whole.ots")
        for place in bytes.indices {
            for value in [0x00, 0x08, 0xF0, 0xFF, bytes[place] ^ 0x80] as [UInt8] {
                var changed = bytes
                changed[place] = value
                guard let proof = try? BlockProof(changed) else { continue }
                _ = proof.blocks
                #expect((try? BlockProof(proof.bytes)) == proof)
            }
        }
    }
}
