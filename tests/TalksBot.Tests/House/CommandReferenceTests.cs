using Microsoft.Extensions.DependencyInjection;
using TalksBot.Core.Commands;
using TalksBot.Features;

namespace TalksBot.Tests.House;

/// <summary>docs/commands.md is what the command book says.</summary>
public sealed class CommandReferenceTests
{
    private const string MessageEditor = "TALKSBOT_WRITE_DOCS";

    private static readonly string Page = Checkout.File("docs/commands.md");

    [Fact]
    public async Task The_page_of_commands_is_the_book()
    {
        await using var services = new ServiceCollection().AddDesk().BuildServiceProvider();
        var written = CommandReference.Markdown(services.GetRequiredService<CommandBook>());
        if (Environment.GetEnvironmentVariable(MessageEditor) == "1")
        {
            await File.WriteAllTextAsync(Page, written, TestContext.Current.CancellationToken);
        }

        var page = File.Exists(Page) ? await File.ReadAllTextAsync(Page, TestContext.Current.CancellationToken) : "";

        page.ShouldBe(written, $"docs/commands.md is not what the commands say; run this test with {MessageEditor}=1 and it rewrites the page.");
    }
}
