import Fetching
import Testing

@Suite("The wall around the newsroom's own network")
struct IPAddressTests {
    @Test(
        "keeps these addresses out",
        arguments: [
            "127.0.0.1", "127.255.255.254", "10.1.2.3", "172.16.0.1", "172.31.255.255", "192.168.1.1",
            "169.254.169.254", "100.64.0.1", "100.127.255.255", "0.0.0.0", "0.1.2.3", "198.18.0.1",
            "198.19.255.255", "224.0.0.1", "255.255.255.255", "240.0.0.1", "192.0.2.1", "::", "::1",
            "fe80::1",
            "febf::1", "fc00::1", "fdff::1", "ff02::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::127.0.0.1",
            "64:ff9b::7f00:1", "64:ff9b:1::1", "2002:7f00:1::", "2001:db8::1", "2001::1", "fec0::1",
            "::ffff:0:127.0.0.1", "100::1",
        ]
    )
    func refuses(text: String) throws {
        let address = try #require(IPAddress(text))
        #expect(address.privateRange != nil)
    }

    @Test(
        "lets public addresses through",
        arguments: [
            "8.8.8.8", "172.15.0.1", "172.32.0.1", "100.63.0.1", "100.128.0.1", "198.17.0.1", "198.20.0.1",
            "192.169.0.1", "11.0.0.1", "223.255.255.255", "2a00:1450::1", "2606:4700::1111",
            "::ffff:8.8.8.8", "64:ff9b::808:808", "2002:808:808::1", "2001:200::1",
        ]
    )
    func accepts(text: String) throws {
        let address = try #require(IPAddress(text))
        #expect(address.privateRange == nil)
    }

    @Test("writes addresses as RFC 5952 does")
    func isCanonical() {
        #expect(IPAddress("2001:0DB8:0:0:0:0:0:1")?.description == "2001:db8::1")
        #expect(IPAddress("192.0.2.7")?.description == "192.0.2.7")
        #expect(IPAddress("example.org") == nil)
    }
}
