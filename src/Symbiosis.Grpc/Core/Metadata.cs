using System.Collections;
using System.Text;

namespace Grpc.Core;

/// <summary>
/// Headers or trailers of a call, in order; a key may stand several times. Keys are lower case; one that ends in <c>-bin</c> has bytes, all others text.
/// </summary>
public sealed class Metadata : IList<Metadata.Entry>
{
    /// <summary>End of the keys whose values are bytes.</summary>
    public const string BinaryHeaderSuffix = "-bin";

    /// <summary>No entries; it cannot be changed.</summary>
    public static readonly Metadata Empty = new Metadata().Freeze();

    private readonly List<Entry> _entries = [];
    private bool _isFrozen;

    /// <inheritdoc/>
    public int Count => _entries.Count;

    /// <inheritdoc/>
    public bool IsReadOnly => _isFrozen;

    /// <inheritdoc/>
    public Entry this[int index]
    {
        get => _entries[index];
        set
        {
            RequireChangeable();
            _entries[index] = Require(value);
        }
    }

    /// <summary>The last entry of a key; null: none.</summary>
    public Entry? Get(string key) => _entries.FindLast(entry => entry.HasKey(key));

    /// <summary>The last text of a key; null: none.</summary>
    /// <exception cref="InvalidOperationException">The key has bytes.</exception>
    public string? GetValue(string key) => Get(key)?.Value;

    /// <summary>The last bytes of a key; null: none.</summary>
    /// <exception cref="InvalidOperationException">The key has text.</exception>
    public byte[]? GetValueBytes(string key) => Get(key)?.ValueBytes;

    /// <summary>All entries of a key, in order.</summary>
    public IEnumerable<Entry> GetAll(string key) => _entries.Where(entry => entry.HasKey(key));

    /// <summary>Adds text.</summary>
    public void Add(string key, string value) => Add(new Entry(key, value));

    /// <summary>Adds bytes.</summary>
    public void Add(string key, byte[] valueBytes) => Add(new Entry(key, valueBytes));

    /// <inheritdoc/>
    public void Add(Entry item)
    {
        RequireChangeable();
        _entries.Add(Require(item));
    }

    /// <inheritdoc/>
    public void Insert(int index, Entry item)
    {
        RequireChangeable();
        _entries.Insert(index, Require(item));
    }

    /// <inheritdoc/>
    public void RemoveAt(int index)
    {
        RequireChangeable();
        _entries.RemoveAt(index);
    }

    /// <inheritdoc/>
    public bool Remove(Entry item)
    {
        RequireChangeable();
        return _entries.Remove(item);
    }

    /// <inheritdoc/>
    public void Clear()
    {
        RequireChangeable();
        _entries.Clear();
    }

    /// <inheritdoc/>
    public int IndexOf(Entry item) => _entries.IndexOf(item);

    /// <inheritdoc/>
    public bool Contains(Entry item) => _entries.Contains(item);

    /// <inheritdoc/>
    public void CopyTo(Entry[] array, int arrayIndex) => _entries.CopyTo(array, arrayIndex);

    /// <inheritdoc/>
    public IEnumerator<Entry> GetEnumerator() => _entries.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>From now on it cannot be changed.</summary>
    internal Metadata Freeze()
    {
        _isFrozen = true;
        return this;
    }

    private static Entry Require(Entry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return entry;
    }

    private void RequireChangeable()
    {
        if (_isFrozen)
            throw new InvalidOperationException("Object is read only");
    }

    /// <summary>A key with its value.</summary>
    public sealed class Entry
    {
        private readonly string? _value;
        private readonly byte[]? _valueBytes;

        /// <summary>With bytes.</summary>
        /// <exception cref="ArgumentException">The key is not valid, or does not end in <c>-bin</c>.</exception>
        public Entry(string key, byte[] valueBytes)
        {
            Key = NormaliseKey(key);
            ArgumentNullException.ThrowIfNull(valueBytes);
            if (!IsBinary)
                throw new ArgumentException($"Key for binary valued metadata entry needs to have suffix {BinaryHeaderSuffix}.", nameof(key));
            _valueBytes = [.. valueBytes];
        }

        /// <summary>With text.</summary>
        /// <exception cref="ArgumentException">The key is not valid, or ends in <c>-bin</c>.</exception>
        public Entry(string key, string value)
        {
            Key = NormaliseKey(key);
            ArgumentNullException.ThrowIfNull(value);
            if (IsBinary)
                throw new ArgumentException($"Key for ASCII valued metadata entry cannot have suffix {BinaryHeaderSuffix}.", nameof(key));
            _value = value;
        }

        /// <summary>The key, lower case.</summary>
        public string Key { get; }

        /// <summary>Whether the value is bytes.</summary>
        public bool IsBinary => Key.EndsWith(BinaryHeaderSuffix, StringComparison.Ordinal);

        /// <summary>A copy of the bytes; text as ASCII.</summary>
        public byte[] ValueBytes => _valueBytes is null ? Encoding.ASCII.GetBytes(_value!) : [.. _valueBytes];

        /// <summary>The text.</summary>
        /// <exception cref="InvalidOperationException">The value is bytes.</exception>
        public string Value => _value ?? throw new InvalidOperationException("Cannot access string value of a binary metadata entry");

        /// <inheritdoc/>
        public override string ToString() =>
            IsBinary ? $"[Entry: key={Key}, valueBytes={Convert.ToBase64String(_valueBytes!)}]" : $"[Entry: key={Key}, value={_value}]";

        /// <summary>Whether this is its key, in any case.</summary>
        internal bool HasKey(string key) => Key.Equals(key, StringComparison.OrdinalIgnoreCase);

        private static string NormaliseKey(string key)
        {
            ArgumentNullException.ThrowIfNull(key);
            if (key.Length == 0 || !key.All(IsKeyCharacter))
            {
                throw new ArgumentException(
                    "Metadata entry key not valid. Keys can only contain lowercase alphanumeric characters, underscores, hyphens and dots.", nameof(key));
            }

            return key.ToLowerInvariant();
        }

        private static bool IsKeyCharacter(char character) => char.IsAsciiLetterOrDigit(character) || character is '_' or '-' or '.';
    }
}
