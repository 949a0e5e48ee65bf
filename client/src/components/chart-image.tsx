export interface ChartImageProps {
  /** As the server draws it, in light colours. */
  address: string;
  size: { width: number; height: number };
  label: string;
}

/** A chart as a picture, light or dark as the reader has it; its place is kept before it is there. */
export function ChartImage({ address, size, label }: ChartImageProps) {
  return (
    <picture>
      <source media="screen and (prefers-color-scheme: dark)" srcset={inDark(address)} />
      <img src={address} {...size} alt={label} decoding="async" />
    </picture>
  );
}

const inDark = (address: string): string => `${address}${address.includes('?') ? '&' : '?'}theme=dark`;
