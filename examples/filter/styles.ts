/** The theme's colours and spaces are there as variables. */
export const STYLES = `
.acme-filter {
  display: flex;
  flex-direction: column;
  gap: 12px;
  height: 100%;
  padding: 12px;
  box-sizing: border-box;
}
.acme-filter figure {
  flex: 1;
  min-height: 0;
  position: relative;
  margin: 0;
  border-radius: 6px;
  background: var(--hr-well);
  overflow: hidden;
}
.acme-filter > div {
  display: flex;
  align-items: center;
  justify-content: center;
  gap: 24px;
}
`;
