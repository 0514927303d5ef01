using TalksBot.Chat.Configuration;

namespace TalksBot.Chat.Tests.Configuration;

public sealed class ConnectionFaultsTests
{
    [Theory]
    [InlineData("main", true)]
    [InlineData("desk-2", true)]
    [InlineData("", false)]
    [InlineData("two words", false)]
    [InlineData("a/b", false)]
    public void A_name_has_to_fit_into_an_address(string name, bool fits) =>
        (ConnectionFaults.OfName($"S:{name}", "discord", name) is null).ShouldBe(fits);

    [Theory]
    [InlineData("https://chat.example.org/api", null)]
    [InlineData("http://127.0.0.1:5000/api", null)]
    [InlineData("http://localhost/api", null)]
    [InlineData("http://chat.example.org/api", "would carry the token in the open")]
    [InlineData("https://ada:secret@chat.example.org", "a name or a password in it")]
    [InlineData("ftp://chat.example.org", "is no web address; remove it.")]
    [InlineData("chat", "is no web address; remove it.")]
    [InlineData("", "is no web address; remove it.")]
    public void An_address_is_encrypted_or_on_this_machine_and_shows_no_secret(string address, string? fault)
    {
        var found = ConnectionFaults.OfAddress("S:main:ApiUrl", address, "remove it", "the token");

        (found is null).ShouldBe(fault is null);
        (found ?? "").ShouldContain(fault ?? "");
        (found ?? "").ShouldNotContain("secret@");
    }
}
