import Testing

@testable import Diagnostics

@Suite("SARIF printer")
struct SARIFPrinterTests {
    private let printer = SARIFPrinter(
        version: "1.2.3",
        rules: [
            RuleDescription(
                name: "single-lineage",
                summary: "Evidence has two lineages.",
                explanation: "Copies do not count.",
                severity: .warning
            ),
            RuleDescription(name: "absolute-wording", summary: "Absolutes are tested.", severity: .warning),
        ]
    )

    @Test("a log has the tool, its rules by name, and each finding with its places")
    func whole() {
        #expect(
            Samples.helsinki.print(Samples.missingQuote, as: printer) == """
                {
                  "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
                  "version": "2.1.0",
                  "runs": [
                    {
                      "tool": {
                        "driver": {
                          "name": "Assay",
                          "version": "1.2.3",
                          "rules": [
                            {
                              "id": "absolute-wording",
                              "shortDescription": {
                                "text": "Absolutes are tested."
                              },
                              "defaultConfiguration": {
                                "level": "warning"
                              }
                            },
                            {
                              "id": "quote-not-in-article",
                              "shortDescription": {
                                "text": "quote-not-in-article"
                              },
                              "defaultConfiguration": {
                                "level": "error"
                              }
                            },
                            {
                              "id": "single-lineage",
                              "shortDescription": {
                                "text": "Evidence has two lineages."
                              },
                              "help": {
                                "text": "Copies do not count."
                              },
                              "defaultConfiguration": {
                                "level": "warning"
                              }
                            }
                          ]
                        }
                      },
                      "invocations": [
                        {
                          "executionSuccessful": true
                        }
                      ],
                      "originalUriBaseIds": {
                        "%SRCROOT%": {
                          "description": {
                            "text": "The root of the repository."
                          }
                        }
                      },
                      "columnKind": "unicodeCodePoints",
                      "results": [
                        {
                          "ruleId": "quote-not-in-article",
                          "ruleIndex": 1,
                          "level": "error",
                          "message": {
                            "text": "the article `vice-helsinki` does not have this quote\\nnote: the article \
                has \\"analyze\\" where the quote has \\"analyse it\\"\\nhelp: copy the words as the article prints \
                them, or mark a change with brackets"
                          },
                          "locations": [
                            {
                              "physicalLocation": {
                                "artifactLocation": {
                                  "uri": "content/claims/joint-analysis.md",
                                  "uriBaseId": "%SRCROOT%"
                                },
                                "region": {
                                  "startLine": 5,
                                  "startColumn": 13,
                                  "endLine": 5,
                                  "endColumn": 48,
                                  "byteOffset": 110,
                                  "byteLength": 35
                                }
                              },
                              "message": {
                                "text": "not found"
                              }
                            }
                          ],
                          "relatedLocations": [
                            {
                              "id": 1,
                              "physicalLocation": {
                                "artifactLocation": {
                                  "uri": "seeds/vice-helsinki.md",
                                  "uriBaseId": "%SRCROOT%"
                                },
                                "region": {
                                  "startLine": 4,
                                  "startColumn": 50,
                                  "endLine": 4,
                                  "endColumn": 82,
                                  "byteOffset": 77,
                                  "byteLength": 32
                                }
                              },
                              "message": {
                                "text": "the nearest passage"
                              }
                            }
                          ],
                          "partialFingerprints": {
                            "finding/v1": "3099eff143c07fea:1"
                          }
                        }
                      ]
                    }
                  ]
                }

                """
        )
    }

    @Test(
        "paths become relative references",
        arguments: [
            ("content/a-b_c.md", "content/a-b_c.md"), ("a b%c.md", "a%20b%25c.md"),
            ("c:d/é#?.md", "c%3Ad/%C3%A9%23%3F.md"),
        ]
    )
    func references(_ path: String, _ reference: String) {
        #expect(SARIFPrinter.relativeReference(to: path) == reference)
    }

    @Test("a fingerprint survives edits on other lines and tells equal findings apart")
    func fingerprints() {
        func fingerprints(_ text: String) -> [String] {
            let samples = Samples(("a.md", text))
            var maker = FindingFingerprints()
            return ["bad", "bad", "worse"].map { word in
                let finding = Diagnostic(
                    rule: RuleID("r", nil),
                    severity: .error,
                    message: word,
                    span: samples.span(word, in: "a.md")
                )
                return maker.next(for: finding, sources: samples.source)
            }
        }
        let before = fingerprints("bad\nworse\n")
        #expect(before == fingerprints("a line more\nbad\n\nworse\n"))
        #expect(before != fingerprints("bad line\nworse\n"))
        #expect(Set(before).count == 3)
        #expect(before[0].hasSuffix(":1") && before[1].hasSuffix(":2") && before[2].hasSuffix(":1"))
    }

    @Test("a finding about no file has no location")
    func noPlace() {
        let text = Samples().print(
            Diagnostic(rule: RuleID("r", nil), severity: .error, message: "m", span: nil),
            as: printer
        )
        #expect(text.contains("\"locations\": []"))
    }
}
