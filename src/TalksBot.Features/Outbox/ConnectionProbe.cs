using Microsoft.Extensions.Logging;
using TalksBot.Core.Deliveries;
using TalksBot.Core.Platforms;
using TalksBot.Features.Transactions;

namespace TalksBot.Features.Outbox;

/// <summary>
/// Asks a platform that does not answer whether it is there, one question at a time and five seconds apart, or two minutes where a person
/// has to mend something; says once what is amiss, and once that it is over.
/// </summary>
internal sealed partial class ConnectionProbe(IPlatform platform, IClock clock, TimeProvider time, ProbeTimes times, OutboxSignal signal, ILogger<ConnectionProbe> log)
{
    private volatile bool _isAsking;
    private volatile TaskCompletionSource _written = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Asks until the answer is another one than is known, unless it is asking already.</summary>
    /// <param name="known">What is known of the connection.</param>
    /// <param name="first">When to ask first.</param>
    /// <param name="report">Told of each answer that is news.</param>
    /// <param name="stopping">When raised, nothing more is asked.</param>
    public void Begin(PauseReason known, Instant first, Action<Probed> report, CancellationToken stopping)
    {
        if (!_isAsking)
        {
            _isAsking = true;
            times.Set(platform.Name, first);
            _ = Task.Run(() => AskAsync(known, first, report, stopping), CancellationToken.None);
        }
    }

    /// <summary>The connection works, or posts find out about it.</summary>
    public void Settle() => times.Clear(platform.Name);

    /// <summary>What was reported is written down: only then is it known when the platform is asked next.</summary>
    public void Written() => _written.TrySetResult();

    private async Task AskAsync(PauseReason known, Instant next, Action<Probed> report, CancellationToken stopping)
    {
        try
        {
            for (var asked = 1; ; asked++)
            {
                await WaitUntilAsync(next, stopping);
                var at = clock.GetCurrentInstant();
                var answer = await ProbeAsync(stopping);
                var found = Found(answer);
                if (found is null)
                {
                    _isAsking = false;
                    report(new Probed(answer, at));
                    return;
                }

                if (found != known)
                {
                    known = found.Value;
                    _written = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                    report(new Probed(answer, at));
                    await _written.Task.WaitAsync(stopping);
                }

                next = at + (found is PauseReason.Credentials ? RetryPolicy.PersonsPause : RetryPolicy.PauseOfProbe(asked, (answer as ProbeAnswer.Silent)?.After));
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            times.Clear(platform.Name);
        }
    }

    /// <summary>
    /// A timer is armed before anybody hears of its moment, or a clock that is pushed there would leave it behind. The wait is measured, since the
    /// clock may be set back meanwhile.
    /// </summary>
    private async Task WaitUntilAsync(Instant next, CancellationToken stopping)
    {
        var (began, whole) = (time.GetTimestamp(), next - clock.GetCurrentInstant());
        while (whole - Duration.FromTimeSpan(time.GetElapsedTime(began)) is var pause && pause > Duration.Zero)
        {
            using var waking = CancellationTokenSource.CreateLinkedTokenSource(stopping);
            var woken = signal.Next;
            var due = Task.Delay(pause.ToTimeSpan(), time, waking.Token);
            times.Set(platform.Name, clock.GetCurrentInstant() + pause);
            await Task.WhenAny(woken, due);
            await waking.CancelAsync();
            stopping.ThrowIfCancellationRequested();
        }
    }

    private async Task<ProbeAnswer> ProbeAsync(CancellationToken token)
    {
        try
        {
            return await platform.ProbeAsync(token);
        }
#pragma warning disable CA1031 // The job boundary of sending: an adapter's bug must not end the search for the end of an outage.
        catch (Exception fault) when (!token.IsCancellationRequested)
#pragma warning restore CA1031
        {
            AdapterFailed(fault, platform.Name);
            return new ProbeAnswer.Silent("the adapter failed");
        }
    }

    private static PauseReason? Found(ProbeAnswer answer) => answer switch
    {
        ProbeAnswer.Silent => PauseReason.Unreachable,
        ProbeAnswer.CredentialsDead => PauseReason.Credentials,
        _ => null,
    };

    [LoggerMessage(Level = LogLevel.Error, Message = "The adapter of {Platform} failed when it was asked whether the platform is there; it is asked again")]
    private partial void AdapterFailed(Exception fault, string platform);
}

/// <summary>What came of asking whether a platform is there.</summary>
/// <param name="Answer">Its answer.</param>
/// <param name="At">When it was asked.</param>
internal sealed record Probed(ProbeAnswer Answer, Instant At);
