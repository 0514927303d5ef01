using System.Text.Json;

namespace TalksBot.Tests.House;

/// <summary>THIRD-PARTY-NOTICES.txt, which is published with the program, names every package that is.</summary>
public sealed class NoticesTests
{
    [Fact]
    public async Task Every_package_is_named_with_its_version_and_no_other()
    {
        using var locked = JsonDocument.Parse(await File.ReadAllTextAsync(Checkout.File("src/TalksBot/packages.lock.json"), TestContext.Current.CancellationToken));
        var used = locked.RootElement.GetProperty("dependencies").GetProperty("net10.0").EnumerateObject()
            .Where(package => package.Value.GetProperty("type").GetString() != "Project" && !package.Name.Contains("Analyzer", StringComparison.Ordinal))
            .Select(package => $"{package.Name} {package.Value.GetProperty("resolved").GetString()}");

        var named = (await File.ReadAllLinesAsync(Checkout.File("THIRD-PARTY-NOTICES.txt"), TestContext.Current.CancellationToken))
            .TakeWhile(line => !line.StartsWith("===", StringComparison.Ordinal))
            .Where(line => line.StartsWith("  ", StringComparison.Ordinal))
            .Select(line => line[..line.IndexOf('(', StringComparison.Ordinal)].Trim());

        named.ShouldBe(used, ignoreOrder: true, "Name the package, its version and its licence in THIRD-PARTY-NOTICES.txt, and add the licence's text where it is a new one.");
    }
}
