namespace TalksBot.Discord.Wire.Gateway;

/// <summary>The right to identify once, here; nobody else may until it is used or given back.</summary>
internal sealed class IdentifyPass(SemaphoreSlim one) : IDisposable
{
    private Action _used = () => { };
    private int _over;

    public Uri? Address { get; private set; }

    public void Admit(Uri address, Action used) => (Address, _used) = (address, used);

    /// <summary>The identify was sent.</summary>
    public void Use()
    {
        _used();
        Dispose();
    }

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _over, 1) == 0)
        {
            one.Release();
        }
    }
}
