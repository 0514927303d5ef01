using System.Net;
using System.Net.Sockets;
using System.Text;

namespace TalksBot.Mail.Tests;

/// <summary>How a mail server behaves badly.</summary>
public enum Misbehaviour
{
    /// <summary>It greets with something that is no mail server's.</summary>
    Garbage,

    /// <summary>It takes connections and says nothing.</summary>
    Stalls,

    /// <summary>It closes at once.</summary>
    Closes,

    /// <summary>It is closed for business.</summary>
    Refuses,

    /// <summary>It wants to be asked again later.</summary>
    Later,

    /// <summary>It does not know the address.</summary>
    NoSuchAddress,

    /// <summary>It does not take the mail once it has it.</summary>
    RefusesContent,

    /// <summary>It takes the mail and breaks off without a word.</summary>
    DropsAfterData,

    /// <summary>It takes the mail and never says so.</summary>
    StallsAfterData,

    /// <summary>It speaks for ever in one line.</summary>
    NeverEnds,
}

/// <summary>A server on loopback that misbehaves in one way, to everybody who connects.</summary>
internal sealed class BadMailServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _ends = new();
    private readonly Misbehaviour _how;
    private readonly Task _serving;

    public BadMailServer(Misbehaviour how)
    {
        _how = how;
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _serving = Task.Run(ServeAsync);
    }

    public int Port { get; }

    /// <summary>How many connected.</summary>
    public int Connections { get; private set; }

    public async ValueTask DisposeAsync()
    {
        await _ends.CancelAsync();
        _listener.Stop();
        await _serving;
        _ends.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync(_ends.Token);
                Connections++;
                _ = Task.Run(() => SpeakAsync(client));
            }
        }
        catch (Exception over) when (over is OperationCanceledException or SocketException)
        {
            // The test is over.
        }
    }

    private async Task SpeakAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                await SpeakAsync(client.GetStream());
            }
            catch (Exception gone) when (gone is IOException or OperationCanceledException or SocketException)
            {
                // Whoever called has left.
            }
        }
    }

    private async Task SpeakAsync(NetworkStream line)
    {
        switch (_how)
        {
            case Misbehaviour.Garbage:
                await SayAsync(line, "\u0000\u0001HTTP/1.1 400 <script>s3cret</script>");
                return;
            case Misbehaviour.Stalls:
                await Task.Delay(Timeout.Infinite, _ends.Token);
                return;
            case Misbehaviour.Closes:
                return;
            case Misbehaviour.Refuses:
                await SayAsync(line, "554 no service here");
                return;
            case Misbehaviour.NeverEnds:
                while (true)
                {
                    await line.WriteAsync(Encoding.ASCII.GetBytes(new string('2', 4096)), _ends.Token);
                }

            default:
                await ConverseAsync(line);
                return;
        }
    }

    private async Task ConverseAsync(NetworkStream line)
    {
        using var reader = new StreamReader(line, Encoding.Latin1, leaveOpen: true);
        await SayAsync(line, "220 bad.example.org");
        while (await reader.ReadLineAsync(_ends.Token) is { } said)
        {
            if (!said.StartsWith("DATA", StringComparison.OrdinalIgnoreCase))
            {
                await SayAsync(line, Answer(said));
                continue;
            }

            await SayAsync(line, "354 go on");
            while (await reader.ReadLineAsync(_ends.Token) is { } text && text != ".")
            {
                // It is read and thrown away.
            }

            switch (_how)
            {
                case Misbehaviour.DropsAfterData:
                    return;
                case Misbehaviour.StallsAfterData:
                    await Task.Delay(Timeout.Infinite, _ends.Token);
                    return;
                default:
                    await SayAsync(line, "554 5.7.1 we do not like s3cret");
                    break;
            }
        }
    }

    private string Answer(string said) => (said[..Math.Min(4, said.Length)].ToUpperInvariant(), _how) switch
    {
        ("RCPT", Misbehaviour.NoSuchAddress) => "550 5.1.1 who is s3cret",
        ("MAIL", Misbehaviour.Later) => "451 4.3.0 later",
        ("QUIT", _) => "221 bye",
        _ => "250 fine",
    };

    private async Task SayAsync(NetworkStream line, string text) => await line.WriteAsync(Encoding.ASCII.GetBytes(text + "\r\n"), _ends.Token);
}
