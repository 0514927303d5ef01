using TalksBot.Storage.Opening;
using TalksBot.Testing;
using TalksBot.Testing.WholeBot;
using TalksBot.Tests.Nodes;
using TalksBot.Tests.Processes;

namespace TalksBot.Tests.Servers;

/// <summary>From a file to a server and back: everything is there again, and nothing is ever moved over something else.</summary>
[Collection(nameof(NodesTests))]
public sealed class MoveTests : IDisposable
{
    private readonly TestDatabase _file = new(StorageOptions.Sqlite);
    private readonly string _server = PostgresServer.Here.MakeEmptyDatabase();

    [Fact]
    public async Task Everything_comes_through_there_and_back()
    {
        (await BotProcess.RunAsync(_file.Folder, "import", Samples.Founding, "--database", _file.File)).ShouldBeDone();
        (await BotProcess.RunAsync(_file.Folder, "say", "/talks open rail \"Rail strike\" zone:Geneva", "--yes", "--database", _file.File)).ShouldBeDone();
        var back = Path.Combine(_file.Folder, "back.db");
        var onServer = new Surroundings
        {
            Environment = new Dictionary<string, string> { ["TalksBot__Storage__Provider"] = StorageOptions.Postgres, ["TalksBot__Storage__ConnectionString"] = _server },
        };

        (await BotProcess.RunAloneAsync(_file.Folder, "move", _server, "--database", _file.File)).ShouldBeDone();
        var again = await BotProcess.RunAsync(_file.Folder, "move", _server, "--database", _file.File);
        (await BotProcess.RunAsync(_file.Folder, onServer, "move", back)).ShouldBeDone();

        again.ExitCode.ShouldBe(1);
        again.Error.ShouldContain("not empty");
        var audit = await BotProcess.RunAsync(_file.Folder, "say", "/talks audit rail", "--database", _file.File);
        (await BotProcess.RunAsync(_file.Folder, "say", "/talks audit rail", "--database", back)).Output.ShouldBe(audit.Output);
        (await BotProcess.RunAsync(_file.Folder, onServer, "say", "/talks audit rail")).Output.ShouldBe(audit.Output);
        var record = await BotProcess.RunAsync(_file.Folder, "export", "us-japan-autos", "--database", _file.File);
        (await BotProcess.RunAsync(_file.Folder, onServer, "export", "us-japan-autos")).Output.ShouldBe(record.Output);
        (await BotProcess.RunAsync(_file.Folder, "export", "us-japan-autos", "--database", back)).Output.ShouldBe(record.Output);
    }

    public void Dispose()
    {
        PostgresServer.Here.DropDatabase(_server);
        _file.Dispose();
    }
}
